//! Where a library should not lie: on a share, or in a folder that another program synchronises.

use std::path::{Path, PathBuf};

/// Names of folders that synchronising programs keep.
const SYNCED: [&str; 12] = [
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "nutstore",
    "baidusyncdisk",
    "baidunetdisk",
    "synologydrive",
    "weiyun",
    "seafile",
    "wpsdrive",
];

/// File systems of other machines.
const REMOTE: [&str; 8] = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afpfs"];

/// Whether a library at this path may be damaged by what else writes there.
pub fn is_risky(path: &Path) -> bool {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    is_synced(&whole) || is_share(&whole) || is_remote(&whole)
}

fn is_synced(path: &Path) -> bool {
    let names = path.components().map(|part| part.as_os_str().to_string_lossy().to_lowercase());
    let mut names = names.map(|name| name.trim_start_matches('.').to_owned());
    names.any(|name| {
        SYNCED.iter().any(|synced| name.starts_with(synced)) || name == "\u{575a}\u{679c}\u{4e91}"
    })
}

/// `\\\\server\\share`
fn is_share(path: &Path) -> bool {
    let text = path.to_string_lossy();
    text.starts_with(r"\\") && !text.starts_with(r"\\?\") || text.starts_with(r"\\?\UNC\")
}

/// The file system of the longest mount point above the path, where the system tells.
fn is_remote(path: &Path) -> bool {
    let Ok(mounts) = std::fs::read_to_string("/proc/mounts") else { return false };
    is_remote_in(&mounts, path)
}

fn is_remote_in(mounts: &str, path: &Path) -> bool {
    let above = mounts.lines().filter_map(|line| {
        let mut fields = line.split(' ');
        let (point, kind) = (PathBuf::from(fields.nth(1)?), fields.next()?);
        path.starts_with(&point).then(|| (point.components().count(), kind))
    });
    above.max_by_key(|(depth, _)| *depth).is_some_and(|(_, kind)| REMOTE.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_synchronised_folders_are_known() {
        let synced =
            ["/home/li/OneDrive - 商务局/库/t.db", "/home/li/.dropbox/t.db", "/mnt/坚果云/t.db"];
        for path in synced {
            assert!(is_synced(Path::new(path)), "{path}");
        }
        assert!(!is_synced(Path::new("/home/li/项目库/t.db")));
        assert!(is_share(Path::new(r"\\server\share\t.db")));
        assert!(is_share(Path::new(r"\\?\UNC\server\share\t.db")));
        assert!(!is_share(Path::new(r"\\?\C:\t.db")));
        let mounts = "/dev/sda1 / ext4 rw 0 0\nnas:/vol /mnt/nas nfs4 rw 0 0\n";
        assert!(is_remote_in(mounts, Path::new("/mnt/nas/t.db")));
        assert!(!is_remote_in(mounts, Path::new("/mnt/t.db")));
    }
}
