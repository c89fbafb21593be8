//! Several tabs, a killed browser, the network, the camera.

use super::*;

#[test]
fn two_tabs_share_what_one_browser_knows() {
    let one = on_page(
        "<a href='#second' target=_blank>Open in another tab</a><button onclick='channel.postMessage(`hello`)'>Tell</button>
         <output id=said></output><script>
         const channel = new BroadcastChannel('c'); channel.onmessage = (e) => { said.textContent = e.data; };
         </script>",
    );
    let two = one.browser.open(&one.server.url(""));
    let three = one.opens(|tab| tab.click("link", "Open in another tab"));
    assert!(three.url().ends_with("#second"));
    let stranger = one.browser.open_private(&one.server.url(""));
    one.click("button", "Tell");
    two.see("hello");
    three.see("hello");
    assert_eq!(stranger.eval("said.textContent"), "");
    three.click("button", "Tell");
    one.see("hello");
    three.close();
}

/// Counts how often the page was opened, in IndexedDB and strictly on disk.
const COUNTER: &str = "<output id=said></output><script>
    const opening = indexedDB.open('world', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('visits', { autoIncrement: true });
    opening.onsuccess = () => {
        const act = opening.result.transaction('visits', 'readwrite', { durability: 'strict' });
        act.objectStore('visits').add(1);
        const count = act.objectStore('visits').count();
        act.oncomplete = () => { said.textContent = `visit ${count.result}.`; };
    };</script>";

#[test]
fn a_killed_browser_keeps_what_it_said_was_saved() {
    for sqlite in [false, true] {
        let options = Options {
            sqlite,
            ..Options::default()
        };
        let Trial {
            tab,
            browser,
            server,
            site: _site,
        } = on_page_with(options, COUNTER);
        tab.see("visit 1.");
        tab.reload();
        tab.see("visit 2.");
        let browser = Browser::start(browser.kill());
        assert!(failure(|| tab.see("anything")).contains("has gone"));
        let tab = browser.open(&server.url(""));
        tab.see("visit 3.");
        let browser = Browser::start(browser.close());
        browser.open(&server.url("")).see("visit 4.");
    }
}

#[test]
fn the_network_can_be_taken_away() {
    let Trial { tab, browser: _browser, mut server, site: _site } = on_page(
        "<button onclick='ask()'>Ask</button><output id=said></output><script>
         const ask = async () => {
             said.textContent = '…';
             said.textContent = await fetch('?q', { cache: 'no-store' }).then(() => 'answered', () => 'no answer');
             said.textContent += navigator.onLine ? ' online' : ' offline';
         };</script>",
    );
    tab.allow_error("ERR_INTERNET_DISCONNECTED");
    tab.allow_error("ERR_CONNECTION_REFUSED");
    let ask = |answer| {
        tab.click("button", "Ask");
        tab.see(answer);
    };
    ask("answered online");
    tab.offline(true);
    ask("no answer offline");
    tab.offline(false);
    ask("answered online");
    server.stop();
    ask("no answer online");
    server.start_again();
    ask("answered online");
    tab.throttle(Speed::SLOW_4G_CPU_4X);
    let waited = tab.eval(
        "const start = performance.now(); await fetch('?slow', { cache: 'no-store' }); performance.now() - start",
    );
    assert!(waited.as_f64() > Some(500.0), "{waited}");
    assert_eq!(
        server.asked().iter().filter(|path| *path == "/?q").count(),
        3
    );
}

/// Answers everything from its cache once it is installed.
const WORKER: &str = "
    oninstall = (e) => e.waitUntil(caches.open('v').then((c) => c.addAll(['./', 'app.css'])));
    onactivate = (e) => e.waitUntil(clients.claim());
    onfetch = (e) => e.respondWith(caches.match(e.request, { ignoreSearch: true }).then((r) => r ?? fetch(e.request)));";

#[test]
fn a_service_worker_serves_a_sub_path_without_a_server() {
    let site = Scratch::new();
    site.file("app.css", "body { color: rgb(1, 2, 3) }");
    site.file("worker.js", WORKER);
    site.file(
        "index.html",
        "<!doctype html><link rel=stylesheet href=app.css><p>Ready</p><output id=said></output><script>
         navigator.serviceWorker.register('worker.js');
         navigator.serviceWorker.ready.then(() => { said.textContent = 'works offline'; });</script>",
    );
    let mut server = Server::under("/some/where/", site.path());
    let browser = Browser::start(Options::default());
    let tab = browser.open(&server.url(""));
    tab.see("works offline");
    // Its worker looks for a newer self, and for an icon.
    let expected = ["ERR_CONNECTION_REFUSED", "Failed to fetch"];
    for part in expected {
        tab.allow_error(part);
    }
    server.stop();
    tab.reload();
    tab.see("Ready");
    assert_eq!(
        tab.eval("getComputedStyle(document.body).color"),
        "rgb(1, 2, 3)"
    );
    let browser = Browser::start(browser.close());
    let tab = browser.open(&server.url(""));
    for part in expected {
        tab.allow_error(part);
    }
    tab.see("Ready");
}

#[test]
fn a_code_held_before_the_camera_is_seen() {
    let scratch = Scratch::new();
    let film = scratch.path().join("camera.y4m");
    camera::show_nothing(&film);
    let options = Options {
        camera: Camera::Showing(film.clone()),
        ..Options::default()
    };
    let tab = on_page_with(options, CAMERA_PAGE);
    assert_eq!(read_code(&tab), None);
    for text in [
        "https://liaison.example/#/add/w1/0123456789abcdef0123456789abcdef",
        "something else",
    ] {
        camera::show(text, &film);
        assert_eq!(read_code(&tab).as_deref(), Some(text));
    }
}

#[test]
fn a_camera_can_be_absent_or_denied() {
    for (camera, error) in [
        (Camera::Absent, "NotFoundError"),
        (Camera::Denied, "NotAllowedError"),
    ] {
        let options = Options {
            camera,
            ..Options::default()
        };
        let tab = on_page_with(options, CAMERA_PAGE);
        assert_eq!(tab.eval("await look().catch((e) => e.name)"), error);
    }
}

/// `look` opens the camera, takes one picture in grey, and closes the camera.
const CAMERA_PAGE: &str = "<script>
    const look = async () => {
        const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
        const video = document.createElement('video');
        video.srcObject = stream;
        await video.play();
        const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
        const paper = canvas.getContext('2d');
        paper.drawImage(video, 0, 0);
        stream.getTracks().forEach((track) => track.stop());
        const dots = paper.getImageData(0, 0, canvas.width, canvas.height).data;
        let grey = '';
        for (let i = 0; i < dots.length; i += 4) grey += String.fromCharCode(dots[i]);
        return { width: canvas.width, grey: btoa(grey) };
    };</script>";

fn read_code(tab: &Tab) -> Option<String> {
    let seen = tab.eval("await look()");
    let grey = seen["grey"].as_str().expect("a picture was taken");
    let grey = data_encoding::BASE64
        .decode(grey.as_bytes())
        .expect("as base64");
    let width = usize::try_from(seen["width"].as_u64()?).expect("a small width");
    let dot = |x, y| grey[y * width + x];
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, grey.len() / width, dot);
    let code = picture.detect_grids().pop()?;
    code.decode().ok().map(|(_, text)| text)
}

#[test]
fn the_clock_can_be_put_ahead() {
    let tab = on_page(
        "<script>const ages = (now) => Math.round((now - performance.timeOrigin) / 864e5);</script>",
    );
    tab.later(Duration::from_secs(30 * 86_400));
    assert_eq!(tab.eval("ages(Date.now())"), 30);
    tab.reload();
    assert_eq!(tab.eval("ages(new Date())"), 30);
    assert_eq!(tab.eval("new Date(0).getTime()"), 0);
    tab.later(Duration::from_secs(86_400));
    assert_eq!(tab.eval("ages(new Date())"), 31);
}

#[test]
fn what_was_copied_can_be_read() {
    let tab = on_page("<button onclick='navigator.clipboard.writeText(`a link`)'>Copy</button>");
    tab.click("button", "Copy");
    assert_eq!(tab.clipboard(), "a link");
}

#[test]
fn two_people_can_act_in_the_same_instant() {
    let one = on_page(
        "<button onclick='add()'>Add</button><output id=said></output><script>
         const channel = new BroadcastChannel('c');
         let sum = 0;
         const show = () => { sum += 1; said.textContent = `${sum} in all`; };
         const add = () => { channel.postMessage(0); show(); };
         channel.onmessage = show;</script>",
    );
    let two = one.browser.open(&one.server.url(""));
    std::thread::scope(|scope| {
        for tab in [&one.tab, &two] {
            scope.spawn(|| (0..5).for_each(|_| tab.click("button", "Add")));
        }
    });
    one.see("10 in all");
    two.see("10 in all");
}
