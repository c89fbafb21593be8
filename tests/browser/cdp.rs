//! The DevTools protocol, as much of it as a journey needs: ask, be answered, and hear what happens meanwhile.
//!
//! One thread reads. Whoever asks waits for the answer with its number, so tabs may be used from several threads.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::protocol::{Role, WebSocketConfig};
use tungstenite::{Message, WebSocket};

/// A browser that has not answered for so long hangs.
const ANSWER: Duration = Duration::from_secs(60);

/// What is kept of the many events that a browser tells.
const HEARD: [&str; 7] = [
    "Inspector.targetCrashed",
    "Log.entryAdded",
    "Page.fileChooserOpened",
    "Page.javascriptDialogOpening",
    "Page.loadEventFired",
    "Runtime.consoleAPICalled",
    "Runtime.exceptionThrown",
];

pub struct Wire {
    out: Mutex<WebSocket<TcpStream>>,
    last_id: AtomicU64,
    inbox: Mutex<Inbox>,
    arrived: Condvar,
}

#[derive(Default)]
struct Inbox {
    answers: BTreeMap<u64, Result<Value, String>>,
    events: Vec<Event>,
    /// A worker's session and that of the page which started it.
    parents: BTreeMap<String, String>,
    /// Sessions whose page was closed or crashed: nobody answers there.
    gone: BTreeSet<String>,
    closed: bool,
}

#[derive(Clone, Debug)]
pub struct Event {
    /// The page's, also for what its workers say.
    pub session: String,
    pub method: String,
    pub params: Value,
}

impl Wire {
    pub fn connect(port: u16, path: &str) -> Result<Arc<Self>, String> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map_err(|e| e.to_string())?;
        stream.set_nodelay(true).map_err(|e| e.to_string())?;
        let reading = stream.try_clone().map_err(|e| e.to_string())?;
        let (out, _) = tungstenite::client(format!("ws://127.0.0.1:{port}{path}"), stream)
            .map_err(|e| e.to_string())?;
        let any_size = WebSocketConfig::default()
            .max_message_size(None)
            .max_frame_size(None);
        let mut reading = WebSocket::from_raw_socket(reading, Role::Client, Some(any_size));
        let wire = Arc::new(Self {
            out: Mutex::new(out),
            last_id: AtomicU64::new(0),
            inbox: Mutex::default(),
            arrived: Condvar::new(),
        });
        let reader = Arc::clone(&wire);
        std::thread::spawn(move || {
            while let Ok(message) = reading.read() {
                if let Message::Text(text) = message {
                    let parsed = serde_json::from_str(&text).expect("DevTools speaks JSON");
                    reader.receive(parsed);
                }
            }
            reader.inbox().closed = true;
            reader.arrived.notify_all();
        });
        Ok(wire)
    }

    /// Asks and waits. An empty session is the browser itself.
    pub fn ask(&self, session: &str, method: &str, params: Value) -> Result<Value, String> {
        let id = self.say(session, method, params)?;
        let deadline = Instant::now() + ANSWER;
        let mut inbox = self.inbox();
        loop {
            if let Some(answer) = inbox.answers.remove(&id) {
                return answer.map_err(|why| format!("{method}: {why}"));
            }
            if inbox.closed || inbox.gone.contains(session) {
                return Err(format!("{method}: the page has gone"));
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(format!("{method}: no answer in {ANSWER:?}"));
            }
            inbox = (self.arrived.wait_timeout(inbox, left))
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }

    pub fn is_gone(&self, session: &str) -> bool {
        let inbox = self.inbox();
        inbox.closed || inbox.gone.contains(session)
    }

    /// What has happened in a session, oldest first.
    pub fn events(&self, session: &str) -> Vec<Event> {
        let of_session = |event: &&Event| event.session == session;
        (self.inbox().events.iter())
            .filter(of_session)
            .cloned()
            .collect()
    }

    fn say(&self, session: &str, method: &str, params: Value) -> Result<u64, String> {
        let id = self.last_id.fetch_add(1, Ordering::Relaxed) + 1;
        let mut message = json!({ "id": id, "method": method, "params": params });
        if !session.is_empty() {
            message["sessionId"] = json!(session);
        }
        let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
        out.send(Message::text(message.to_string()))
            .map_err(|e| format!("{method}: {e}"))?;
        Ok(id)
    }

    fn receive(&self, mut message: Value) {
        if let Some(id) = message["id"].as_u64() {
            let answer = match message["error"]["message"].as_str() {
                Some(why) => Err(why.to_owned()),
                None => Ok(message["result"].take()),
            };
            self.inbox().answers.insert(id, answer);
        } else {
            self.hear(message);
        }
        self.arrived.notify_all();
    }

    fn hear(&self, mut message: Value) {
        let session = message["sessionId"].as_str().unwrap_or("").to_owned();
        let method = message["method"].as_str().unwrap_or("").to_owned();
        let params = message["params"].take();
        match method.as_str() {
            "Target.attachedToTarget" if !session.is_empty() => {
                let worker = params["sessionId"].as_str().unwrap_or("").to_owned();
                (self.inbox().parents).insert(worker.clone(), session.clone());
                let _gone_again = self.say(&worker, "Runtime.enable", json!({}));
            }
            "Target.detachedFromTarget" => {
                let gone = params["sessionId"].as_str().unwrap_or("");
                self.inbox().gone.insert(gone.to_owned());
            }
            "Inspector.targetCrashed" => {
                let mut inbox = self.inbox();
                inbox.gone.insert(session.clone());
                if inbox.parents.contains_key(&session) {
                    return; // a service worker whose place another one took ends like this too
                }
            }
            // Nobody sits there to answer. Leaving a page is agreed to; anything else is declined.
            "Page.javascriptDialogOpening" => {
                let accept = params["type"] == "beforeunload";
                let answer = json!({ "accept": accept });
                let _gone_again = self.say(&session, "Page.handleJavaScriptDialog", answer);
            }
            _ => {}
        }
        if HEARD.contains(&method.as_str()) {
            let mut inbox = self.inbox();
            let session = inbox.parents.get(&session).cloned().unwrap_or(session);
            inbox.events.push(Event {
                session,
                method,
                params,
            });
        }
    }

    fn inbox(&self) -> MutexGuard<'_, Inbox> {
        self.inbox.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
