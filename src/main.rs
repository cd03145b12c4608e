//! `tuijin` (推进): argv in, exit code out.

/// Allocation is a large part of reading a file, and rows are made on one thread and dropped on
/// another; the allocator of a static build is slow at both.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    tuijin::cli::run()
}
