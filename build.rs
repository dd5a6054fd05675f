//! Generates the Rust side of `proto/`, without protoc and only with feature `server`.

#![allow(
    clippy::disallowed_methods,
    reason = "cargo speaks to build scripts by the environment"
)]

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-env=COPYDESK_BUILD_REVISION={}", revision());
    #[cfg(feature = "server")]
    if let Err(error) = schema::compile() {
        // A build script has no better way to tell: cargo shows the last words.
        eprintln!("proto/ does not compile: {error:#}");
        std::process::exit(1);
    }
}

/// The commit that is built: as the packager says, else as git says, else empty.
fn revision() -> String {
    println!("cargo:rerun-if-env-changed=COPYDESK_REVISION");
    if let Ok(given) = std::env::var("COPYDESK_REVISION") {
        return given;
    }
    // Unpacked inside of another project's checkout, git would tell of that one.
    if !std::path::Path::new(".git").exists() {
        return String::new();
    }
    // A commit moves the log of HEAD, whichever branch it is on.
    println!("cargo:rerun-if-changed=.git/logs/HEAD");
    let git = std::process::Command::new("git")
        .args(["rev-parse", "HEAD"])
        .output();
    match git {
        Ok(output) if output.status.success() => {
            String::from_utf8_lossy(&output.stdout).trim().to_owned()
        }
        _ => String::new(),
    }
}

#[cfg(feature = "server")]
mod schema {
    use std::error::Error;
    use std::path::{Path, PathBuf};
    use std::{env, fs};

    use prost::Message;
    use prost_types::FileDescriptorSet;

    const ROOT: &str = "proto";

    /// Compiles every file under `proto/` to Rust, and to the descriptor set that
    /// reflection and the command line's JSON read.
    pub(super) fn compile() -> Result<(), Box<dyn Error>> {
        // tonic-prost-build's own lines name files, and so miss new ones.
        println!("cargo:rerun-if-changed={ROOT}");
        let files = files_below(Path::new(ROOT))?;
        let mut compiler = protox::Compiler::new([ROOT])?;
        compiler.include_imports(true).include_source_info(true);
        compiler.open_files(files)?;

        // These bytes keep `google.api.http` and comments; prost-types drops options that
        // it does not know, so the decoded set below serves to generate code alone.
        let descriptors = compiler.encode_file_descriptor_set();
        let out = PathBuf::from(env::var("OUT_DIR")?);
        fs::write(out.join("copydesk_descriptor.bin"), &descriptors)?;

        tonic_prost_build::configure()
            .emit_rerun_if_changed(false)
            .build_transport(false)
            .compile_well_known_types(false)
            .compile_fds(FileDescriptorSet::decode(descriptors.as_slice())?)?;
        Ok(())
    }

    fn files_below(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
        let mut files = Vec::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                files.extend(files_below(&path)?);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "proto")
            {
                files.push(path);
            }
        }
        files.sort();
        Ok(files)
    }
}
