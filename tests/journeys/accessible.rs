//! axe finds nothing serious or critical on any screen, whoever looks at it, in whichever language and theme.

use std::collections::{BTreeMap, BTreeSet};

use liaison_journeys::{Browser, Options, Server, Tab};
use serde_json::json;

use super::at;

const ENGLISH: &str = "en";
const CHINESE: &str = "zh-CN";

#[test]
fn in_english_by_day() {
    look_at_everything(ENGLISH, false);
}

#[test]
fn in_chinese_by_night() {
    look_at_everything(CHINESE, true);
}

#[test]
#[ignore = "with --full"]
fn in_english_by_night() {
    look_at_everything(ENGLISH, true);
}

#[test]
#[ignore = "with --full"]
fn in_chinese_by_day() {
    look_at_everything(CHINESE, false);
}

fn look_at_everything(language: &str, dark: bool) {
    let server = Server::of_build();
    let browser = Browser::start(Options::default());
    let tab = browser.blank();
    tab.theme(dark);
    tab.reduced_motion(true); // what is still fading in has no contrast yet
    tab.language(language);
    tab.go(&server.url(""));
    let mut look = Look {
        tab,
        people: BTreeMap::new(),
        found: BTreeSet::new(),
    };
    look.visitor();
    look.member();
    look.owner();
    look.auditor();
    look.reviewer();
    look.applicants();
    look.unverified();
    let found: Vec<_> = look.found.into_iter().collect();
    assert!(found.is_empty(), "axe finds:\n{}", found.join("\n"));
}

struct Look {
    tab: Tab,
    /// The address at which a tab becomes somebody, by name.
    people: BTreeMap<String, String>,
    found: BTreeSet<String>,
}

/// Names a world and a token that are nowhere.
const ELSEWHERE: &str = "00000000000000000000000000000000/00000000000000000000000000000000";

impl Look {
    fn visitor(&mut self) {
        self.see("#/sign-in/chats");
        self.see("#/");
        self.press(".first-ways button.primary");
        self.tab.wait_for(
            "the demo to be made",
            "document.querySelectorAll('[href^=\"#/as/\"]').length > 50",
        );
        self.people = self.links_by_name();
        self.check();
        for place in ["#/sign-up/chats", "#/register", "#/chats", "#/nowhere"] {
            self.see(place);
        }
        self.see(&format!("#/add/{ELSEWHERE}"));
        self.see(&format!("#/join/{ELSEWHERE}"));
        self.press(".demo-who button");
        self.check();
        self.tab.press("Escape");
    }

    fn member(&mut self) {
        self.become_person("王小明");
        self.see("#/chats");
        self.see("#/chats/team");
        self.follow("#/chats", "#/chats/", "/team");
        self.see("#/contacts");
        self.see("#/contacts/requests");
        self.follow("#/contacts", "#/contacts/person/", "!");
        self.follow("#/contacts", "#/contacts/organization/", "!");
        self.follow_on();
        self.follow_on();
        for place in ["add", "add/scan", "add/phone"] {
            self.see(&format!("#/contacts/{place}"));
        }
        for place in [
            "",
            "/profile",
            "/profile/name",
            "/profile/name/identity",
            "/code",
            "/privacy",
            "/settings",
            "/settings/account",
            "/settings/account/region",
        ] {
            self.see(&format!("#/me{place}"));
        }
    }

    fn owner(&mut self) {
        self.become_person("陈晓");
        self.go("#/me/code");
        let code = self.link("#/add/", "!");
        self.become_person("林静");
        self.see(&code);
        self.follow("#/contacts/requests", "#/contacts/person/", "!");
        self.go("#/chats");
        let console = self.link("#/console/", "!");
        for place in [
            "",
            "/members",
            "/members/new",
            "/import",
            "/invitations",
            "/roles",
            "/external",
            "/partners",
            "/audit",
            "/registration",
        ] {
            self.see(&format!("{console}{place}"));
        }
        let members = format!("{console}/members");
        self.follow(&members, &format!("{members}/"), "/new");
        self.dialogs(&console);
        self.invited(&console);
    }

    fn dialogs(&mut self, console: &str) {
        self.go(&format!("{console}/external"));
        self.press("main .card .actions .button.primary");
        self.check();
        self.tab.press("Escape");
        self.go(&format!("{console}/partners"));
        self.press("main .button.primary");
        self.check();
        self.tab.press("Escape");
        self.go(&format!("{console}/members"));
        self.press("[popovertarget]");
        self.check();
    }

    /// An invitation as somebody sees it who is nobody yet.
    fn invited(&mut self, console: &str) {
        self.go(&format!("{console}/invitations"));
        self.press("main .card .button.primary");
        let link = "document.querySelector('.copyable code')?.textContent";
        self.tab.wait_for("a link", &format!("!!{link}"));
        self.check();
        let link = self.tab.eval(link);
        let link = link.as_str().unwrap_or_default();
        self.see(&link[link.find('#').expect("a fragment")..]);
    }

    fn auditor(&mut self) {
        self.become_person("梁宽");
        self.go("#/chats");
        let console = self.link("#/console/", "!");
        for place in ["", "/members", "/external", "/partners", "/roles"] {
            self.see(&format!("{console}{place}"));
        }
    }

    fn reviewer(&mut self) {
        self.become_person("Robin Vale");
        self.see("#/desk");
        self.follow("#/desk", "#/desk/identity/", "!");
        self.follow("#/desk", "#/desk/registration/", "!");
        self.press(".case-acts .button.primary");
        self.tab.wait_for(
            "the case to be in hand",
            "document.querySelectorAll('.case-acts .button').length > 3",
        );
        self.check();
        self.press(".case-acts .button:nth-of-type(2)");
        self.check();
        self.tab.press("Escape");
    }

    fn applicants(&mut self) {
        self.become_person("宋雅");
        for place in ["mainland", "international", "mine"] {
            self.see(&format!("#/register/{place}"));
        }
        let draft = self.link("#/register/", "!mine");
        let draft = draft.trim_end_matches("/company");
        for step in ["company", "applicant", "documents", "check"] {
            self.see(&format!("{draft}/{step}"));
        }
        // A question is open, submitted, approved.
        for person in ["Tan Wei Ling", "Greta Lindholm", "林静"] {
            self.become_person(person);
            self.follow("#/register/mine", "#/register/", "!");
        }
    }

    /// By number, with documents, not at all, and while it is looked at.
    fn unverified(&mut self) {
        for person in ["孙悦", "Tan Wei Ling", "Camille Laurent", "赵梓涵"] {
            self.become_person(person);
            self.see("#/me/profile/name/identity");
        }
    }

    fn become_person(&mut self, name: &str) {
        let address = &self.people[name];
        at(&self.tab, address);
        self.tab.wait_for(
            &format!("to be {name}"),
            &format!(
                "location.hash == '#/chats' && document.querySelector('.demo-who').textContent.includes({})",
                json!(name)
            ),
        );
    }

    fn see(&mut self, place: &str) {
        self.go(place);
        self.check();
    }

    /// Goes there, and waits until the screen stands and nothing in it is on its way any more.
    fn go(&self, place: &str) {
        at(&self.tab, place);
        self.tab.wait_for(
            place,
            "[...document.querySelectorAll('main')].some((main) => main.checkVisibility())
                && !document.querySelector('.waiting, [aria-busy=true]')",
        );
    }

    /// Looks at where the first such link on a screen leads.
    fn follow(&mut self, place: &str, prefix: &str, without: &str) {
        self.go(place);
        self.see(&self.link(prefix, without));
    }

    /// Goes on to what stands below the place where one is.
    fn follow_on(&mut self) {
        let here = self.tab.eval("location.hash");
        let below = format!("{}/", here.as_str().unwrap_or_default());
        self.see(&self.link(&below, "!"));
    }

    /// Where the first link leads whose place begins with this and does not contain that.
    fn link(&self, prefix: &str, without: &str) -> String {
        let (prefix, without) = (json!(prefix), json!(without));
        let link = format!(
            "[...document.querySelectorAll('a[href]')].map((link) => link.hash)
                .find((hash) => hash.startsWith({prefix}) && !hash.endsWith({without}))"
        );
        self.tab.wait_for("a link", &format!("!!({link})"));
        let link = self.tab.eval(&link);
        link.as_str().expect("a link").to_owned()
    }

    fn press(&self, selector: &str) {
        let button = format!("document.querySelector({})", json!(selector));
        self.tab.wait_for(selector, &format!("!!{button}"));
        self.tab.eval(&format!("{button}.click()"));
    }

    fn links_by_name(&self) -> BTreeMap<String, String> {
        let links = self.tab.eval(
            "[...document.querySelectorAll('.person-row')].map((row) => [
                row.querySelector('bdi').textContent,
                row.querySelector('a').hash,
            ])",
        );
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let links = links.as_array().into_iter().flatten();
        links.map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
    }

    fn check(&mut self) {
        let moves = "document.getAnimations().map((one) => one.finished)";
        self.tab.eval(&format!("await Promise.all({moves}); null"));
        let place = self.tab.eval("location.hash");
        for finding in self.tab.axe() {
            (self.found).insert(format!("{}: {finding}", place.as_str().unwrap_or_default()));
        }
    }
}
