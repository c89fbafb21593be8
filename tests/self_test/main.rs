//! The means by which journeys are written, tried on small pages.

use std::ops::Deref;
use std::path::Path;
use std::time::Duration;

use liaison_journeys::{Browser, Camera, Options, Scratch, Server, Speed, Tab, camera, files};

mod acting;
mod seeing;
mod surroundings;

/// A tab on a small page, and what it stands on.
struct Trial {
    tab: Tab,
    browser: Browser,
    server: Server,
    site: Scratch,
}

impl Deref for Trial {
    type Target = Tab;

    fn deref(&self) -> &Tab {
        &self.tab
    }
}

fn on_page(body: &str) -> Trial {
    on_page_with(Options::default(), body)
}

fn on_page_with(options: Options, body: &str) -> Trial {
    let site = Scratch::new();
    let head = "<!doctype html><html lang=en><meta charset=utf-8><title>Page</title>";
    site.file("index.html", format!("{head}{body}"));
    let server = Server::start(site.path());
    let browser = Browser::start(options);
    let tab = browser.open(&server.url(""));
    Trial {
        tab,
        browser,
        server,
        site,
    }
}

/// What an act fails with.
fn failure(act: impl FnOnce()) -> String {
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(act));
    let why = panicked.expect_err("it should have failed");
    why.downcast_ref::<String>().cloned().unwrap_or_default()
}
