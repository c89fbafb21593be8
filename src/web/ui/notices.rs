//! What is said in passing: done, copied, undone. What must be answered is a dialog, what must be read a callout.

use std::time::Duration;

use leptos::{html, prelude::*};

use crate::{Button, ButtonKind, Each, Icon, IconButton, Text, wording::wording};

#[derive(Debug, Clone)]
struct Notice {
    number: u32,
    text: Text,
    act: Option<(Text, Callback<()>)>,
}

/// Tells notices from anywhere below the [`NoticeRegion`].
#[derive(Debug, Clone, Copy)]
pub struct Notices {
    shown: RwSignal<Vec<Notice>>,
    last: RwSignal<u32>,
    region: NodeRef<html::Section>,
}

/// What was told earlier makes room.
const MOST: usize = 3;
const STAYS: Duration = Duration::from_secs(6);
/// Long enough to think about undoing, and to get there by keyboard.
const STAYS_WITH_ACT: Duration = Duration::from_secs(12);

pub fn notices() -> Notices {
    expect_context()
}

impl Notices {
    /// Comes before the first view.
    pub fn start() -> Notices {
        let notices = Notices {
            shown: RwSignal::default(),
            last: RwSignal::new(0),
            region: NodeRef::new(),
        };
        provide_context(notices);
        notices
    }

    pub fn tell(self, text: impl Into<Text>) {
        self.show(text.into(), None);
    }

    /// With one act, such as *Undo*.
    pub fn tell_with(
        self,
        text: impl Into<Text>,
        act: impl Into<Text>,
        run: impl Fn() + Send + Sync + 'static,
    ) {
        self.show(
            text.into(),
            Some((act.into(), Callback::new(move |()| run()))),
        );
    }

    fn show(self, text: Text, act: Option<(Text, Callback<()>)>) {
        let Some(number) = self.last.try_update(|last| {
            *last += 1;
            *last
        }) else {
            return;
        };
        let stays = if act.is_some() { STAYS_WITH_ACT } else { STAYS };
        self.shown.update(|shown| {
            shown.push(Notice { number, text, act });
            let surplus = shown.len().saturating_sub(MOST);
            shown.drain(..surplus);
        });
        set_timeout(move || self.dismiss(number), stays);
        self.stand_on_top();
    }

    /// In the top dialog, while one is open: all that stands outside of it lies below it and cannot be reached.
    pub(crate) fn stand_on_top(self) {
        let Some(Some(region)) = self.region.try_get_untracked() else {
            return;
        };
        let dialogs = document().query_selector_all("dialog:modal").ok();
        let top = dialogs.and_then(|dialogs| dialogs.item(dialogs.length().checked_sub(1)?));
        let is_astray =
            !region.is_connected() || region.closest("dialog").is_ok_and(|it| it.is_some());
        let place = match (top, is_astray) {
            (None, false) => return,
            (None, true) => document().body().map(Into::into),
            (top, _) => top,
        };
        if let Some(place) = place
            && region.parent_node().as_ref() != Some(&place)
        {
            // The page takes every element of its own.
            _ = place.append_child(&region);
        }
    }

    /// What is told just now, in the language shown.
    pub fn texts(self) -> Vec<String> {
        let text = |notice: &Notice| notice.text.get().to_string();
        self.shown
            .with_untracked(|shown| shown.iter().map(text).collect())
    }

    fn dismiss(self, number: u32) {
        _ = self
            .shown
            .try_update(|shown| shown.retain(|notice| notice.number != number));
    }
}

/// Where notices appear; stands once in the page.
#[component]
pub fn NoticeRegion() -> impl IntoView {
    let notices = notices();
    let notice = move |Notice { number, text, act }| {
        view! {
            <div class="notice">
                <p>{text}</p>
                {act
                    .map(|(label, run)| {
                        view! {
                            <Button
                                label=label
                                kind=ButtonKind::Quiet
                                small=true
                                on_press=move || {
                                    notices.dismiss(number);
                                    run.try_run(());
                                }
                            />
                        }
                    })}
                <IconButton
                    label=(wording().dismiss)()
                    icon=Icon::CLOSE
                    small=true
                    on_press=move || notices.dismiss(number)
                />
            </div>
        }
        .into_any()
    };
    view! {
        <section node_ref=notices.region class="notices" aria-label=(wording().notices)() aria-live="polite">
            <Each items=notices.shown key=|notice| notice.number children=notice />
        </section>
    }
    .into_any()
}
