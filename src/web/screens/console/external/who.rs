//! Choosing who of ours a policy is about.

use std::sync::Arc;

use leptos::prelude::*;
use liaison_bridge::Memo;
use liaison_core::{
    id::{DepartmentId, MemberId},
    organization::tree::Tree,
    policy::Permitted,
};
use liaison_ui::{Choice, RadioCards, Text, intl};

use crate::{
    screens::console::members::{
        people::People,
        pick::{DepartmentsField, MembersField},
    },
    words::{external as word, value},
};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Choose {
    /// Those of the setting above.
    Same,
    Everyone,
    Chosen,
    Nobody,
}

/// What is chosen in a form.
#[derive(Clone, Copy)]
pub struct Who {
    choice: RwSignal<Choose>,
    departments: RwSignal<Vec<DepartmentId>>,
    members: RwSignal<Vec<MemberId>>,
}

impl Who {
    /// None stands for [`Choose::Same`].
    pub fn of(permitted: Option<Permitted>) -> Self {
        let (choice, departments, members) = match permitted {
            None => (Choose::Same, Vec::new(), Vec::new()),
            Some(Permitted::Everyone) => (Choose::Everyone, Vec::new(), Vec::new()),
            Some(Permitted::Nobody) => (Choose::Nobody, Vec::new(), Vec::new()),
            Some(Permitted::Chosen {
                departments,
                members,
            }) => (Choose::Chosen, departments, members),
        };
        Self {
            choice: RwSignal::new(choice),
            departments: RwSignal::new(departments),
            members: RwSignal::new(members),
        }
    }

    pub fn permitted(self) -> Option<Permitted> {
        match self.choice.get() {
            Choose::Same => None,
            Choose::Everyone => Some(Permitted::Everyone),
            Choose::Nobody => Some(Permitted::Nobody),
            Choose::Chosen => Some(Permitted::Chosen {
                departments: self.departments.get(),
                members: self.members.get(),
            }),
        }
    }

    /// Some were to be chosen, and none are.
    pub fn names_nobody(self) -> bool {
        self.choice.get() == Choose::Chosen
            && self.departments.with(Vec::is_empty)
            && self.members.with(Vec::is_empty)
    }
}

#[component]
pub fn ChooseWho(
    #[prop(into)] label: Text,
    choices: [Choose; 3],
    who: Who,
    tree: Memo<Arc<Tree>>,
    people: Memo<People>,
    #[prop(into)] error: Signal<Option<Text>>,
) -> impl IntoView {
    let choice = |choose| match choose {
        Choose::Same => Choice::new(choose, word::same()).note(word::same_why()),
        Choose::Everyone => Choice::new(choose, value::everyone()).note(word::everyone_why()),
        Choose::Chosen => Choice::new(choose, word::chosen()).note(word::chosen_why()),
        Choose::Nobody => Choice::new(choose, value::nobody()).note(word::nobody_why()),
    };
    let named = move || {
        (who.choice.get() == Choose::Chosen).then(|| {
            view! {
                <div class="form inset">
                    <DepartmentsField tree=tree label=word::chosen_departments() value=who.departments />
                    <MembersField people=people label=word::chosen_members() value=who.members optional=true />
                </div>
            }
        })
    };
    view! {
        <RadioCards
            label=label
            choices=choices.map(choice).to_vec()
            chosen=Signal::derive(move || Some(who.choice.get()))
            on_choose=move |chosen| who.choice.set(chosen)
            error=error
        />
        {named}
    }
    .into_any()
}

/// Who it is, by the names that they have now. All of those who were chosen may be gone.
pub fn said(permitted: &Permitted, tree: Memo<Arc<Tree>>, people: Memo<People>) -> Text {
    let (departments, members) = match permitted {
        Permitted::Everyone => return value::everyone(),
        Permitted::Nobody => return value::nobody(),
        Permitted::Chosen {
            departments,
            members,
        } => (departments, members),
    };
    let departments = departments
        .iter()
        .filter_map(|id| tree.with(|tree| tree.name(*id).map(|name| name.to_string())));
    let members = members
        .iter()
        .filter_map(|id| people.with(|people| people.find(*id).map(|person| person.name.clone())));
    let names: Vec<Text> = departments.chain(members).map(Into::into).collect();
    match names.is_empty() {
        true => value::nobody(),
        false => intl::list(names),
    }
}
