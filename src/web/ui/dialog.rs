//! What stands above the screen until it is answered: the browser's own `<dialog>`, so that Escape closes the top
//! one, the rest cannot be reached meanwhile, and the focus returns where it came from.

use leptos::{html, prelude::*};

use crate::{Button, ButtonKind, Icon, IconButton, Notices, Text, id::fresh_id, wording::wording};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DialogShape {
    #[default]
    Window,
    /// At the side, the full height: one thing beside the list that it is in.
    Panel,
}

/// Its content is made when it opens and gone when it closes.
#[component]
pub fn Dialog(
    #[prop(into)] title: Text,
    open: RwSignal<bool>,
    #[prop(optional)] shape: DialogShape,
    children: ChildrenFn,
) -> impl IntoView {
    let content = move || {
        let title = title.clone();
        let children = children.clone();
        move |title_id: String| {
            view! {
                <header class="dialog-head">
                    <h2 id=title_id tabindex="-1">{title.clone()}</h2>
                    <IconButton
                        label=(wording().close)()
                        icon=Icon::CLOSE
                        on_press=move || open.set(false)
                    />
                </header>
                <div class="dialog-body">{children()}</div>
            }
            .into_any()
        }
    };
    modal(
        match shape {
            DialogShape::Window => "dialog",
            DialogShape::Panel => "dialog panel",
        },
        None,
        open,
        content(),
    )
}

/// Asks before something happens that cannot be undone. The way out has the focus.
#[component]
pub fn Confirm(
    #[prop(into)] title: Text,
    open: RwSignal<bool>,
    /// The act by its name, *Remove partner*, never *OK*.
    #[prop(into)]
    act: Text,
    #[prop(default = ButtonKind::Danger)] kind: ButtonKind,
    #[prop(into)] on_confirm: Callback<()>,
    /// What will happen.
    children: ChildrenFn,
) -> impl IntoView {
    let content = move |title_id: String| {
        view! {
            <div class="dialog-body">
                <h2 id=title_id>{title.clone()}</h2>
                <div class="prose">{children()}</div>
                <div class="actions end">
                    <button
                        type="button"
                        class="button"
                        autofocus=true
                        on:click=move |_| open.set(false)
                    >
                        {(wording().cancel)()}
                    </button>
                    <Button
                        label=act.clone()
                        kind=kind
                        on_press=move || {
                            open.set(false);
                            on_confirm.try_run(());
                        }
                    />
                </div>
            </div>
        }
        .into_any()
    };
    modal("dialog confirm", Some("alertdialog"), open, content)
}

fn modal(
    class: &'static str,
    role: Option<&'static str>,
    open: RwSignal<bool>,
    content: impl Fn(String) -> AnyView + Send + 'static,
) -> AnyView {
    let title_id = fresh_id("dialog");
    let element = NodeRef::<html::Dialog>::new();
    let named = title_id.clone();
    let notices = use_context::<Notices>();
    let let_notices_go = move || {
        if let Some(notices) = notices {
            // Not before the dialog is gone.
            request_animation_frame(move || notices.stand_on_top());
        }
    };
    on_cleanup(let_notices_go);
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        match (open.get(), dialog.open()) {
            // It fails only on a dialog that is no longer in the page.
            (true, false) => _ = dialog.show_modal(),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            node_ref=element
            class=class
            role=role
            aria-labelledby=named
            on:close=move |_| {
                _ = open.try_set(false);
                let_notices_go();
            }
        >
            {move || open.get().then(|| content(title_id.clone()))}
        </dialog>
    }
    .into_any()
}
