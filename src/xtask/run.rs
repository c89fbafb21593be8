//! Running other programs from the root of the repository.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Everything here fails with one sentence for the person at the terminal.
pub type Done<T = ()> = Result<T, String>;

/// The root of the checkout that `cargo xtask` was called in.
pub fn root() -> PathBuf {
    let crate_folder = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let above = crate_folder.ancestors().nth(2);
    above.map_or_else(|| crate_folder.clone(), Path::to_path_buf)
}

/// A program, found on the PATH that `setup` arranged, started at the root.
pub fn program(name: impl AsRef<OsStr>, path: &OsStr) -> Command {
    let name = name.as_ref();
    let mut command = Command::new(find(name, path).unwrap_or_else(|| name.into()));
    command.current_dir(root()).env("PATH", path);
    command
}

/// The cargo that runs this command.
pub fn cargo(path: &OsStr) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    program(cargo, path)
}

pub fn own_path() -> OsString {
    std::env::var_os("PATH").unwrap_or_default()
}

/// Where on `path` a program lies.
pub fn find(name: &OsStr, path: &OsStr) -> Option<PathBuf> {
    let name = Path::new(name);
    if name.components().count() > 1 {
        return name.is_file().then(|| name.to_path_buf());
    }
    std::env::split_paths(path)
        .flat_map(|folder| {
            [
                folder.join(name),
                folder.join(name).with_extension("exe"),
                folder.join(name).with_extension("cmd"),
            ]
        })
        .find(|candidate| candidate.is_file())
}

/// Runs to the end, showing what the program says.
pub fn run(command: &mut Command) -> Done {
    println!("$ {}", shown(command));
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|why| did_not_start(command, &why))?;
    match status.success() {
        true => Ok(()),
        false => Err(format!("`{}` did not succeed.", shown(command))),
    }
}

/// Runs to the end, showing each line of standard output and handing it over. True when it succeeded.
pub fn run_lines(command: &mut Command, mut line: impl FnMut(&str)) -> Done<bool> {
    println!("$ {}", shown(command));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|why| did_not_start(command, &why))?;
    if let Some(output) = child.stdout.take() {
        for text in BufReader::new(output).split(b'\n') {
            let Ok(text) = text else { break };
            let text = String::from_utf8_lossy(&text);
            println!("{text}");
            line(&text);
        }
    }
    let status = child
        .wait()
        .map_err(|why| format!("`{}` was lost: {why}.", shown(command)))?;
    Ok(status.success())
}

/// What a program prints, quietly; an error when it does not succeed.
pub fn output(command: &mut Command) -> Done<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|why| did_not_start(command, &why))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!(
            "`{}` did not succeed. {}",
            shown(command),
            said.trim()
        ));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

pub fn read(path: &Path) -> Done<String> {
    std::fs::read_to_string(path).map_err(|why| format!("{} cannot be read: {why}.", short(path)))
}

pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Done {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|why| format!("{} cannot be made: {why}.", short(folder)))?;
    }
    std::fs::write(path, content)
        .map_err(|why| format!("{} cannot be written: {why}.", short(path)))
}

/// A path as people say it, from the root of the repository.
pub fn short(path: &Path) -> String {
    let path = path.strip_prefix(root()).unwrap_or(path);
    path.display().to_string().replace('\\', "/")
}

fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name();
    std::iter::once(name.unwrap_or(command.get_program()))
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn did_not_start(command: &Command, why: &std::io::Error) -> String {
    let name = command.get_program().to_string_lossy().into_owned();
    match why.kind() {
        std::io::ErrorKind::NotFound => {
            format!("`{name}` is missing on this machine. Install it and run this again.")
        }
        _ => format!("`{name}` cannot be started: {why}."),
    }
}
