use leptos::{prelude::*, task::tick};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::{Stage, focused, moment};
use crate::*;

fn choices() -> Vec<Choice<u8>> {
    vec![
        Choice::new(10, "Ten"),
        Choice::new(20, "Twenty"),
        Choice::new(30, "Thirty"),
    ]
}

#[wasm_bindgen_test]
async fn a_blocked_button_says_why_and_does_nothing() {
    let pressed = RwSignal::new(0);
    let why = RwSignal::new(Some(Text::from("Tick the declaration first")));
    let stage = Stage::show(move || {
        view! { <Button label="Continue" blocked=why on_press=move || pressed.update(|n| *n += 1) /> }.into_any()
    })
    .await;
    stage.click("button").await;
    assert_eq!(pressed.get_untracked(), 0);
    let described = stage
        .find::<HtmlElement>("button")
        .get_attribute("aria-describedby")
        .unwrap();
    assert_eq!(
        stage.text(&format!("#{described}")),
        "Tick the declaration first"
    );
    assert_eq!(
        stage.count("button[disabled]"),
        0,
        "it stays reachable by keyboard"
    );

    why.set(None);
    tick().await;
    stage.click("button").await;
    assert_eq!(pressed.get_untracked(), 1);
}

/// Only in a date field it stands for what is no date.
#[wasm_bindgen_test]
async fn a_question_mark_is_text_like_any_other() {
    for (input, shown) in [(Input::Text, "?"), (Input::Search, "?"), (Input::Date, "")] {
        let value = RwSignal::new("?".to_owned());
        let stage = Stage::show(move || {
            view! { <Field label="Said" value=value input=input /> }.into_any()
        })
        .await;
        assert_eq!(stage.find::<HtmlInputElement>("input").value(), shown);
    }
}

#[wasm_bindgen_test]
async fn a_busy_button_says_what_it_is_doing_and_is_not_pressed_twice() {
    let busy = RwSignal::new(None);
    let sent = RwSignal::new(0);
    let send = move || {
        sent.update(|n| *n += 1);
        busy.set(Some(Text::from("Sending…")));
    };
    let stage =
        Stage::show(move || view! { <Button label="Send" busy=busy on_press=send /> }.into_any())
            .await;
    stage.click("button").await;
    stage.click("button").await;
    assert_eq!(
        (sent.get_untracked(), stage.text("button")),
        (1, "Sending…".to_owned())
    );
}

#[wasm_bindgen_test]
async fn an_error_takes_the_hints_place_and_belongs_to_the_field() {
    let error = RwSignal::new(None::<Text>);
    let value = RwSignal::new("typed".to_owned());
    let stage = Stage::show(move || {
        view! { <Field label="Name" value=value hint="As printed" error=error /> }.into_any()
    })
    .await;
    let note = stage
        .find::<HtmlElement>("input")
        .get_attribute("aria-describedby")
        .unwrap();
    assert_eq!(stage.text(&format!("#{note}")), "As printed");
    error.set(Some("Too long".into()));
    tick().await;
    assert_eq!(stage.text(&format!("#{note}")), "Too long");
    assert_eq!(stage.count("input[aria-invalid=true]"), 1);
    assert_eq!(stage.find::<HtmlInputElement>("input").value(), "typed");
}

#[wasm_bindgen_test]
async fn room_is_counted_in_signs_and_not_in_bytes() {
    let value = RwSignal::new(String::new());
    let stage =
        Stage::show(move || view! { <TextArea label="Greeting" value=value limit=4 /> }.into_any())
            .await;
    for (typed, expected) in [
        ("你好", "2 left"),
        ("  你好😀 ", "1 left"),
        ("12345", "1 too many"),
    ] {
        value.set(typed.to_owned());
        tick().await;
        assert_eq!(stage.text(".count"), expected, "{typed}");
    }
}

#[wasm_bindgen_test]
async fn a_list_shows_what_is_chosen_and_tells_what_is_picked() {
    let chosen = RwSignal::new(Some(20));
    let offered = RwSignal::new(choices());
    let stage = Stage::show(move || {
        view! {
            <Select
                label="Scale"
                placeholder="Choose"
                choices=move || offered.get()
                chosen=chosen
                on_choose=move |value| chosen.set(Some(value))
            />
        }
        .into_any()
    })
    .await;
    let list: HtmlSelectElement = stage.find("select");
    assert_eq!(list.value(), "Twenty");
    list.set_selected_index(3);
    list.dispatch_event(&web_sys::Event::new("change").unwrap())
        .unwrap();
    assert_eq!(chosen.get_untracked(), Some(30));

    offered.update(|offered| offered.reverse());
    tick().await;
    assert_eq!(
        list.value(),
        "Thirty",
        "the choice survives a change of what is offered"
    );
    chosen.set(None);
    tick().await;
    assert_eq!(list.value(), "Choose");
}

#[wasm_bindgen_test]
async fn a_switch_shows_what_is_and_not_what_was_wished() {
    let on = RwSignal::new(false);
    let stage = Stage::show(move || {
        view! { <Switch label="Findable" checked=on on_change=|_| () /> }.into_any()
    })
    .await;
    stage.click("input").await;
    assert!(
        !stage.find::<HtmlInputElement>("input").checked(),
        "the change was refused"
    );
}

#[wasm_bindgen_test]
async fn arrow_keys_go_through_tabs() {
    let chosen = RwSignal::new(Some(10));
    let stage = Stage::show(move || {
        view! {
            <Tabs label="Views" choices=choices() chosen=chosen on_choose=move |value| chosen.set(Some(value))>
                "Panel"
            </Tabs>
        }
        .into_any()
    })
    .await;
    for (key, expected) in [
        ("ArrowRight", 20),
        ("End", 30),
        ("ArrowRight", 30),
        ("ArrowLeft", 20),
        ("Home", 10),
    ] {
        stage.press("[role=tab][tabindex='0']", key).await;
        assert_eq!(chosen.get_untracked(), Some(expected), "{key}");
    }
    assert_eq!(focused(), "Ten");
    assert_eq!(
        stage.count("[role=tab][tabindex='0']"),
        1,
        "Tab leaves the list"
    );
}

#[wasm_bindgen_test]
async fn arrow_keys_go_round_a_menu_and_an_act_closes_it() {
    let edited = RwSignal::new(false);
    let acts = Signal::stored(vec![
        Act::new("Edit", move || edited.set(true)),
        Act::link("Share", "#/share"),
        Act::new("Remove", || ()).danger(),
    ]);
    let stage = Stage::show(move || view! { <Menu label="More" acts=acts /> }.into_any()).await;
    let open = |stage: &Stage| stage.count("[popover]:popover-open") == 1;
    stage.click("button").await;
    assert!(open(&stage));
    for (key, expected) in [
        ("Home", "Edit"),
        ("ArrowDown", "Share"),
        ("End", "Remove"),
        ("ArrowDown", "Edit"),
    ] {
        stage.press("[role=menu]", key).await;
        assert_eq!(focused(), expected, "{key}");
    }
    stage.click("[role=menuitem]").await;
    assert!(edited.get_untracked() && !open(&stage));
}

#[wasm_bindgen_test]
async fn an_open_menu_goes_along_when_its_button_is_scrolled() {
    let acts = Signal::stored(vec![Act::new("Edit", || ())]);
    let stage = Stage::show(move || {
        view! {
            <div class="scrolls" style:height="100px" style:overflow="auto">
                <Menu label="More" acts=acts />
                <div style:height="1000px"></div>
            </div>
        }
        .into_any()
    })
    .await;
    stage.click("button").await;
    let top = || {
        let list = stage.find::<HtmlElement>("[role=menu]");
        let top = list.style().get_property_value("top").unwrap();
        top.trim_end_matches("px").parse::<f64>().unwrap()
    };
    let before = top();
    stage.find::<HtmlElement>(".scrolls").set_scroll_top(10);
    moment().await;
    assert_eq!(top(), before - 10.0);
}

#[wasm_bindgen_test]
async fn a_dialog_gives_the_focus_back_and_keeps_nothing() {
    let open = RwSignal::new(false);
    let stage = Stage::show(move || {
        view! {
            <Button label="Open" on_press=move || open.set(true) />
            <Dialog title="Remark" open=open>
                <input class="inside" />
            </Dialog>
        }
        .into_any()
    })
    .await;
    assert_eq!(stage.count(".inside"), 0);
    stage.find::<HtmlElement>("button").focus().unwrap();
    stage.click("button").await;
    assert_eq!(
        (stage.count("dialog[open]"), stage.count(".inside")),
        (1, 1)
    );

    // What Escape does, without the key.
    stage.find::<HtmlDialogElement>("dialog").close();
    moment().await;
    assert!(!open.get_untracked());
    assert_eq!((stage.count(".inside"), focused()), (0, "Open".to_owned()));
}

#[wasm_bindgen_test]
async fn the_way_out_of_a_confirmation_has_the_focus() {
    let [open, removed] = [RwSignal::new(false); 2].map(|_| RwSignal::new(false));
    let stage = Stage::show(move || {
        view! {
            <Confirm title="Remove?" act="Remove partner" open=open on_confirm=move || removed.set(true)>
                "It ends."
            </Confirm>
        }
        .into_any()
    })
    .await;
    open.set(true);
    tick().await;
    assert_eq!(focused(), "Cancel");
    stage.click(".button.danger").await;
    assert!(removed.get_untracked() && !open.get_untracked());
}

#[wasm_bindgen_test]
async fn at_most_three_notices_stand_and_an_act_ends_its_own() {
    let undone = RwSignal::new(false);
    let stage = Stage::show(move || {
        let notices = Notices::start();
        for text in ["one", "two", "three"] {
            notices.tell(text);
        }
        notices.tell_with("four", "Undo", move || undone.set(true));
        view! { <NoticeRegion /> }.into_any()
    })
    .await;
    assert_eq!(
        (stage.count(".notice"), stage.text(".notice p")),
        (3, "two".to_owned())
    );
    stage.click(".notice:last-child button").await;
    assert!(undone.get_untracked());
    assert_eq!(stage.count(".notice"), 2);
}

#[wasm_bindgen_test]
async fn notices_stand_in_the_dialog_on_top_and_outlive_it() {
    let [open, there] = [false, true].map(RwSignal::new);
    let notices = RwSignal::new(None);
    let _stage = Stage::show(move || {
        notices.set(Some(Notices::start()));
        view! {
            {move || there.get().then(|| view! { <Dialog title="Remark" open=open>"…"</Dialog> })}
            <NoticeRegion />
        }
        .into_any()
    })
    .await;
    let tell = move |text: &'static str| notices.get_untracked().unwrap().tell(text);
    let stand_in = |place: &str| {
        let found = document().query_selector_all(&format!("{place} > .notices > .notice"));
        found.unwrap().length()
    };
    open.set(true);
    tick().await;
    tell("copied");
    tick().await;
    assert_eq!(stand_in("dialog:modal"), 1);

    open.set(false);
    moment().await;
    assert_eq!(stand_in("body"), 1, "they outlive the dialog");

    open.set(true);
    tick().await;
    tell("once more");
    there.set(false);
    moment().await;
    assert_eq!(
        stand_in("body"),
        2,
        "and a screen that goes with its dialog"
    );
    document()
        .query_selector(".notices")
        .unwrap()
        .unwrap()
        .remove();
}
