//! A headless Chromium of its own for each [`Browser`].

mod act;
mod axe;
mod cdp;
mod conditions;
mod errors;
mod find;
mod keys;
mod see;
mod tab;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::scratch::Scratch;
use cdp::Wire;

pub use act::Field;
pub use axe::Finding;
pub use conditions::Speed;
pub use tab::Tab;

/// A cold start on a busy machine.
const START: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(50);

pub struct Options {
    /// What the browser keeps between two runs; its own, fresh one if none is given.
    pub profile: Option<Scratch>,
    pub camera: Camera,
    /// IndexedDB on SQLite, to which Chromium is moving, instead of LevelDB.
    pub sqlite: bool,
    /// Width and height of a new tab's page in CSS pixels.
    pub size: (u32, u32),
    pub flags: Vec<String>,
}

pub enum Camera {
    Absent,
    /// Shows a file made by [`crate::camera::show`], read anew whenever the page opens the camera.
    Showing(PathBuf),
    /// There is one, and the person said no.
    Denied,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            profile: None,
            camera: Camera::Absent,
            sqlite: false,
            size: (1280, 800),
            flags: Vec::new(),
        }
    }
}

pub struct Browser {
    wire: Arc<Wire>,
    process: Child,
    /// Gone only while the browser is being taken apart.
    options: Option<Options>,
}

impl Browser {
    #[track_caller]
    pub fn start(mut options: Options) -> Self {
        let profile = options.profile.get_or_insert_default().path().to_owned();
        let port_file = profile.join("DevToolsActivePort");
        let _none_there = std::fs::remove_file(&port_file);
        let downloads = profile.join("downloads");
        std::fs::create_dir_all(&downloads).expect("the profile can be written");

        let log = profile.join("chromium.log");
        let mut process = spawn(&options, &profile, &log);
        let (port, path) = address(&port_file, &mut process).unwrap_or_else(|why| {
            let said = std::fs::read_to_string(&log).unwrap_or_default();
            panic!("Chromium did not start: {why}\n{said}")
        });
        let wire = Wire::connect(port, &path).expect("Chromium listens where it says");
        let saving = json!({ "behavior": "allow", "downloadPath": downloads });
        wire.ask("", "Browser.setDownloadBehavior", saving)
            .expect("downloads go to the profile");
        Self {
            wire,
            process,
            options: Some(options),
        }
    }

    /// Opens a tab and waits until the page has loaded.
    #[track_caller]
    pub fn open(&self, url: &str) -> Tab {
        let tab = self.blank();
        tab.go(url);
        tab
    }

    /// A tab on an empty page, to set conditions before the first visit.
    #[track_caller]
    pub fn blank(&self) -> Tab {
        self.new_tab(json!({}))
    }

    /// Opens a private window, which shares nothing with the other tabs.
    #[track_caller]
    pub fn open_private(&self, url: &str) -> Tab {
        let context = (self.wire)
            .ask("", "Target.createBrowserContext", json!({}))
            .expect("Chromium opens a private window");
        let tab = self.new_tab(json!({ "browserContextId": context["browserContextId"] }));
        tab.go(url);
        tab
    }

    #[track_caller]
    fn new_tab(&self, mut parameters: Value) -> Tab {
        parameters["url"] = json!("about:blank");
        // A tab behind another one is not painted; a window of its own is.
        parameters["newWindow"] = json!(true);
        let target = (self.wire)
            .ask("", "Target.createTarget", parameters)
            .expect("Chromium opens a tab");
        let id = target["targetId"].as_str().expect("a tab has an id");
        Tab::of_target(&self.wire, id, self.options().size)
    }

    /// Waits for a file whose name contains this to have been saved, reads it, and takes it away.
    #[track_caller]
    pub fn downloaded(&self, name: &str) -> Vec<u8> {
        let folder = self.profile().join("downloads");
        let deadline = Instant::now() + tab::patience();
        loop {
            for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
                let found = entry.file_name().to_string_lossy().into_owned();
                if found.contains(name) && !found.ends_with(".crdownload") {
                    let bytes = std::fs::read(entry.path()).expect("a saved file can be read");
                    // The browser keeps the name with an empty file until the bytes are there.
                    if bytes.is_empty() {
                        continue;
                    }
                    std::fs::remove_file(entry.path()).expect("a saved file can be removed");
                    return bytes;
                }
            }
            assert!(Instant::now() < deadline, "no file “{name}” was saved");
            std::thread::sleep(POLL);
        }
    }

    pub fn profile(&self) -> &Path {
        let profile = self.options().profile.as_ref();
        profile.expect("a running browser has a profile").path()
    }

    /// Kills every process of the browser in the middle of whatever it does. What comes back starts it again as it was.
    pub fn kill(mut self) -> Options {
        self.end();
        self.options.take().expect("a browser is killed once")
    }

    /// Closes the browser as a person does, so that it can put things away first.
    pub fn close(mut self) -> Options {
        let _answer_or_gone = self.wire.ask("", "Browser.close", json!({}));
        let deadline = Instant::now() + START;
        while Instant::now() < deadline && matches!(self.process.try_wait(), Ok(None)) {
            std::thread::sleep(POLL);
        }
        self.end();
        self.options.take().expect("a browser is closed once")
    }

    fn end(&mut self) {
        drop(self.process.stdin.take());
        let _already_gone = self.process.wait();
    }

    fn options(&self) -> &Options {
        (self.options.as_ref()).expect("a running browser has options")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.end();
    }
}

/// A shell leads the process group and kills all of it when its input closes: so [`Browser::kill`] reaches every
/// process at once, and none is left when the test itself is killed.
const LEADER: &str = r#"("$@"; kill -KILL 0) & read -r _; kill -KILL 0"#;

fn spawn(options: &Options, profile: &Path, log: &Path) -> Child {
    use std::os::unix::process::CommandExt;
    let mut command = Command::new("sh");
    command.args(["-c", LEADER, "sh"]).arg(chromium());
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-breakpad",
        "--remote-debugging-port=0",
    ]);
    command.arg(format!("--user-data-dir={}", profile.display()));
    match &options.camera {
        Camera::Absent => {}
        Camera::Denied => {
            command.arg("--use-fake-device-for-media-stream");
            command.arg("--use-fake-ui-for-media-stream=deny");
        }
        Camera::Showing(file) => {
            command.arg("--use-fake-device-for-media-stream");
            command.arg("--use-fake-ui-for-media-stream");
            command.arg(format!(
                "--use-file-for-fake-video-capture={}",
                file.display()
            ));
        }
    }
    if options.sqlite {
        command.arg("--enable-features=IdbSqliteBackingStore");
    }
    let log = File::create(log).expect("the profile can be written");
    command
        .args(&options.flags)
        .arg("about:blank")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(log)
        .process_group(0)
        .spawn()
        .expect("sh runs")
}

#[track_caller]
fn chromium() -> PathBuf {
    if let Some(path) = std::env::var_os("LIAISON_CHROMIUM") {
        return path.into();
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join("chromium"))
        .find(|file| file.is_file())
        .expect("No Chromium: run `cargo xtask test`, which installs it, or set LIAISON_CHROMIUM to its path.")
}

/// The port and path that Chromium writes down once it listens.
fn address(port_file: &Path, process: &mut Child) -> Result<(u16, String), String> {
    let deadline = Instant::now() + START;
    loop {
        let written = std::fs::read_to_string(port_file).unwrap_or_default();
        if let Some((port, path)) = written.split_once('\n')
            && let Ok(port) = port.parse()
        {
            return Ok((port, path.trim().to_owned()));
        }
        if !matches!(process.try_wait(), Ok(None)) {
            return Err("it ended at once".to_owned());
        }
        if Instant::now() > deadline {
            return Err(format!("it does not listen after {START:?}"));
        }
        std::thread::sleep(POLL);
    }
}
