//! One point: the fault, then what became of the library, then the command once more.

use crate::content::Content;
use crate::sandbox::Sandbox;
use crate::scene::Prepared;
use crate::strace::{Call, Fault, inject};
use crate::tree::{self, Tree};

/// A fault at one call of a command.
pub struct Point<'a> {
    pub scene: &'a Prepared,
    pub fault: Fault,
    pub call: Call,
    /// Whether an undisturbed run makes this call.
    pub exists: bool,
}

/// Which of the two the content of a library is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

impl<'a> Point<'a> {
    pub fn hit(scene: &'a Prepared, fault: Fault, call: &Call) -> Point<'a> {
        Point { scene, fault, call: call.clone(), exists: true }
    }

    pub fn beyond(scene: &'a Prepared, fault: Fault, call: &Call) -> Point<'a> {
        Point { scene, fault, call: call.clone(), exists: false }
    }

    /// # Errors
    /// What is wrong.
    pub fn attempt(&self) -> Result<(), String> {
        let sandbox = self.scene.fresh();
        let (reached, output) = inject(&sandbox, &self.scene.args, self.fault, &self.call);
        let said = String::from_utf8_lossy(&output.stderr).trim_end().to_owned();
        if reached != self.exists {
            let not = if reached { "" } else { "not " };
            return Err(format!("the call was {not}reached: {said}"));
        }
        self.files(&sandbox)?;
        let side = self.side(&sandbox)?;
        match output.status.code() {
            None => {}
            Some(done) if done == self.scene.code && side == Side::After => {}
            Some(1) if said.lines().count() == 1 && said.ends_with('。') => {}
            // Where nothing can be written any more, nothing can be said.
            Some(1)
                if said.is_empty() && self.fault == Fault::Full && self.call.name == "write" => {}
            Some(other) => return Err(format!("exit {other}, {side:?}: {said}")),
        }
        if side == Side::Before { self.again(&sandbox) } else { Ok(()) }
    }

    /// Under its name a file is whole: what was there, or what is to be there. Only who is killed, or
    /// may take nothing away, leaves a temporary file.
    fn files(&self, sandbox: &Sandbox) -> Result<(), String> {
        for (name, bytes) in tree::files(sandbox.folder.path()) {
            let is = |files: &Tree| files.get(&name) == Some(&bytes);
            if !is(&self.scene.files_before) && !is(&self.scene.files_after) {
                return Err(format!("{name} is not whole"));
            }
        }
        let left = tree::left_over(sandbox.folder.path());
        let may_leave = self.fault == Fault::Kill || self.call.name.starts_with("unlink");
        if may_leave || left.is_empty() { Ok(()) } else { Err(format!("{left:?} are left")) }
    }

    /// The library opens, `check` finds nothing, and the content is one of the two as a whole.
    fn side(&self, sandbox: &Sandbox) -> Result<Side, String> {
        let Prepared { before, after, library, .. } = self.scene;
        let check = Content::check(sandbox);
        let journal = sandbox.path("t.db-journal").exists();
        let bytes = std::fs::read(sandbox.path("t.db")).ok();
        // The prepared library to the byte says what it said.
        if library.is_some() && bytes == *library && !journal && check == before.check {
            return Ok(Side::Before);
        }
        let content = Content::of(sandbox);
        match content {
            content if content == *after => Ok(Side::After),
            content if content == *before => Ok(Side::Before),
            content => Err(format!(
                "neither as before ({}) nor as after ({})",
                content.against(before),
                content.against(after)
            )),
        }
    }

    /// The library takes the command that was lost, and all is then as after it.
    fn again(&self, sandbox: &Sandbox) -> Result<(), String> {
        let output = sandbox.output(&self.scene.args);
        let code = output.status.code();
        if code != Some(self.scene.code) {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("as before, then once more: exit {code:?}: {said}"));
        }
        let content = Content::of(sandbox);
        if content != self.scene.after {
            return Err(format!("once more: {}", content.against(&self.scene.after)));
        }
        if tree::files(sandbox.folder.path()) != self.scene.files_after {
            return Err("once more: the files are not those of an undisturbed run".to_owned());
        }
        Ok(())
    }
}
