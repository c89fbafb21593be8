//! A static file server as dumb as any host may be: files under a path, and nothing else.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

pub struct Server {
    site: Arc<Site>,
    address: SocketAddr,
    running: Option<JoinHandle<()>>,
}

struct Site {
    folder: PathBuf,
    /// Begins and ends with a slash.
    prefix: String,
    asked: Mutex<Vec<String>>,
    stopping: AtomicBool,
}

impl Server {
    /// Serves Liaison as it was built last.
    #[track_caller]
    pub fn of_build() -> Self {
        Self::of_build_under("/")
    }

    /// The same under a path such as `/some/where/`.
    #[track_caller]
    pub fn of_build_under(prefix: &str) -> Self {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist");
        assert!(
            dist.join("index.html").is_file(),
            "No dist to serve: run `cargo xtask test journeys`, which builds it first."
        );
        Self::under(prefix, dist)
    }

    /// Serves a folder at the root of a port of its own.
    #[track_caller]
    pub fn start(folder: impl Into<PathBuf>) -> Self {
        Self::under("/", folder)
    }

    /// Serves a folder under a path such as `/some/where/`.
    #[track_caller]
    pub fn under(prefix: &str, folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        assert!(
            folder.is_dir(),
            "{} is no folder to serve",
            folder.display()
        );
        assert!(prefix.starts_with('/') && prefix.ends_with('/'));
        let site = Arc::new(Site {
            folder,
            prefix: prefix.to_owned(),
            asked: Mutex::default(),
            stopping: AtomicBool::new(false),
        });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let mut server = Self {
            address: listener.local_addr().expect("a bound port has an address"),
            site,
            running: None,
        };
        server.listen(listener);
        server
    }

    /// The address of a file or a fragment: `url("")`, `url("#/contacts")`.
    pub fn url(&self, place: &str) -> String {
        let Self { address, site, .. } = self;
        format!("http://localhost:{}{}{place}", address.port(), site.prefix)
    }

    /// From here on nobody answers at this address.
    pub fn stop(&mut self) {
        let Some(running) = self.running.take() else {
            return;
        };
        self.site.stopping.store(true, Ordering::SeqCst);
        let _woken = TcpStream::connect(self.address);
        running.join().expect("the server does not panic");
    }

    /// Answers again, at the same address.
    #[track_caller]
    pub fn start_again(&mut self) {
        self.stop();
        self.site.stopping.store(false, Ordering::SeqCst);
        let listener = TcpListener::bind(self.address).expect("the port is still ours");
        self.listen(listener);
    }

    /// Every path that was asked for so far, with its query.
    pub fn asked(&self) -> Vec<String> {
        (self.site.asked.lock())
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn listen(&mut self, listener: TcpListener) {
        let site = Arc::clone(&self.site);
        self.running = Some(std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if site.stopping.load(Ordering::SeqCst) {
                    return;
                }
                let site = Arc::clone(&site);
                // Whoever hung up needs no answer.
                std::thread::spawn(move || site.answer(stream).ok());
            }
        }));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Site {
    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(&stream).lines();
        let request = lines.next().unwrap_or_else(|| Ok(String::new()))?;
        let mut takes_brotli = false;
        // The head is read to its end, or closing would reset the connection.
        loop {
            let line = lines.next().unwrap_or_else(|| Ok(String::new()))?;
            if line.is_empty() {
                break;
            }
            let line = line.to_ascii_lowercase();
            takes_brotli |= line.starts_with("accept-encoding:") && line.contains("br");
        }

        let mut words = request.split(' ');
        let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        if target.is_empty() {
            return Ok(()); // opened in advance and never used
        }
        (self.asked.lock().unwrap_or_else(PoisonError::into_inner)).push(target.to_owned());
        let (status, kind, body) = match self.read(target) {
            Some((kind, body)) => ("200 OK", kind, body),
            None => (
                "404 Not Found",
                "text/plain; charset=utf-8",
                b"Not here.".to_vec(),
            ),
        };
        let small = takes_brotli.then(|| self.compressed(target)).flatten();
        let encoding = match small {
            Some(_) => "Content-Encoding: br\r\n",
            None => "",
        };
        let body = small.unwrap_or(body);
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{encoding}\
             Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
            body.len()
        )?;
        if method != "HEAD" {
            stream.write_all(&body)?;
        }
        stream.flush()
    }

    fn read(&self, target: &str) -> Option<(&'static str, Vec<u8>)> {
        let file = self.file(target)?;
        Some((kind(&file), std::fs::read(&file).ok()?))
    }

    /// What lies beside a file as the same with `.br` behind its name.
    fn compressed(&self, target: &str) -> Option<Vec<u8>> {
        let mut name = self.file(target)?.into_os_string();
        name.push(".br");
        std::fs::read(name).ok()
    }

    fn file(&self, target: &str) -> Option<PathBuf> {
        let path = target.split(['?', '#']).next()?;
        let inside = decode(path.strip_prefix(&self.prefix)?)?;
        let inside = Path::new(&inside);
        let plain = |part| matches!(part, Component::Normal(_));
        if !inside.components().all(plain) {
            return None;
        }
        let mut file = self.folder.join(inside);
        if file.is_dir() {
            file.push("index.html");
        }
        Some(file)
    }
}

fn decode(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut decoded = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        decoded.push(if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(decoded).ok()
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()).unwrap_or("") {
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "jpg" => "image/jpeg",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
