//! The copydesk binary: runs the command line, turns its end into an exit code.

fn main() -> std::process::ExitCode {
    copydesk::cli::run()
}
