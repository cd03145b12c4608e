//! `tuijin` (推进): argv in, exit code out.

fn main() -> std::process::ExitCode {
    tuijin::cli::run()
}
