//! A folder for one test, removed with it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

pub struct Scratch {
    path: PathBuf,
    kept: bool,
}

impl Scratch {
    pub fn new() -> Self {
        static LAST: AtomicU32 = AtomicU32::new(0);
        let number = LAST.fetch_add(1, Ordering::Relaxed);
        let name = format!("liaison-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let _none_there = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("the temporary folder can be written");
        Self { path, kept: false }
    }

    /// A folder that outlives the test, made if it is not there.
    pub fn kept(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        std::fs::create_dir_all(&path).expect("the folder can be made");
        Self { path, kept: true }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a file, with its folders, and says where it is.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path.join(name);
        let folder = path.parent().expect("a file stands in a folder");
        std::fs::create_dir_all(folder).expect("the folder can be made");
        std::fs::write(&path, bytes).expect("the file can be written");
        path
    }
}

impl Default for Scratch {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A killed browser's last child may still hold a file for a moment.
        for _ in 0..20 {
            if self.kept || std::fs::remove_dir_all(&self.path).is_ok() || !self.path.exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// Where failures leave their pictures: `target/journeys`.
pub fn pictures() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"),
        PathBuf::from,
    );
    let folder = target.join("journeys");
    std::fs::create_dir_all(&folder).expect("target/journeys can be made");
    folder.canonicalize().unwrap_or(folder)
}
