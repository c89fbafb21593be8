//! What is typed into an application, right or wrong, and what the core finds wrong with it.

use std::collections::BTreeSet;

use leptos::prelude::*;
use liaison_bridge::{Memo, use_db};
use liaison_core::{
    id::{BlobId, RegistrationId},
    organization::Realm,
    refusal::{Field as Of, Problem, Refusal},
    registration::{
        ApplicantRole, Application, DataRegion, Form, Industry, Jurisdiction, Plan, Question,
        Scale, save_draft::SaveDraft,
    },
    store::Stop,
};
use liaison_ui::Text;

use super::{
    autosave::{Flush, autosave},
    own,
    route::Step,
};
use crate::tell;

/// On which document, if on one; in which field; what.
pub type Found = (Option<BlobId>, Of, Problem);

type Judged = RwSignal<BTreeSet<(Option<BlobId>, Of)>>;

/// The form, or a document, of which something could not be kept, and why.
type Unkept = RwSignal<Vec<(Option<BlobId>, Stop)>>;

/// One application being filled in. Made in the body of its screen.
#[derive(Clone, Copy)]
pub struct Draft {
    pub registration: RegistrationId,
    pub application: Memo<Option<Application>>,
    pub jurisdiction: RwSignal<Option<Jurisdiction>>,
    pub legal_name: RwSignal<String>,
    pub display_name: RwSignal<String>,
    pub number: RwSignal<String>,
    pub industry: RwSignal<Option<Industry>>,
    pub scale: RwSignal<Option<Scale>>,
    pub address: RwSignal<String>,
    pub data_region: RwSignal<Option<DataRegion>>,
    pub plan: RwSignal<Option<Plan>>,
    pub applicant_name: RwSignal<String>,
    pub applicant_role: RwSignal<Option<ApplicantRole>>,
    pub applicant_position: RwSignal<String>,
    pub applicant_mobile: RwSignal<String>,
    /// What is wrong, as the core reads it now.
    pub found: Memo<Vec<Found>>,
    /// Only what was left once, passed by *Continue* or could not be kept is told to be wrong.
    judged: Judged,
    unkept: Unkept,
    flush: Flush,
    /// Each document that is being described keeps what was typed about it.
    documents: StoredValue<Vec<Flush>>,
}

impl Draft {
    pub fn of(registration: RegistrationId) -> Self {
        let db = use_db();
        let application = own(registration);
        let form = application.with_untracked(|application| {
            let form = application
                .as_ref()
                .map(|application| application.form.clone());
            form.unwrap_or_default()
        });
        let kept = StoredValue::new(form.clone());
        let jurisdiction = RwSignal::new(form.jurisdiction);
        let legal_name = RwSignal::new(form.legal_name);
        let display_name = RwSignal::new(form.display_name);
        let number = RwSignal::new(form.number);
        let industry = RwSignal::new(form.industry);
        let scale = RwSignal::new(form.scale);
        let address = RwSignal::new(form.address);
        let data_region = RwSignal::new(form.data_region);
        let plan = RwSignal::new(form.plan);
        let applicant_name = RwSignal::new(form.applicant_name);
        let applicant_role = RwSignal::new(form.applicant_role);
        let applicant_position = RwSignal::new(form.applicant_position);
        let applicant_mobile = RwSignal::new(form.applicant_mobile);
        let typed = Signal::derive(move || Form {
            jurisdiction: jurisdiction.get(),
            legal_name: legal_name.get(),
            display_name: display_name.get(),
            number: number.get(),
            industry: industry.get(),
            scale: scale.get(),
            address: address.get(),
            data_region: data_region.get(),
            plan: plan.get(),
            applicant_name: applicant_name.get(),
            applicant_role: applicant_role.get(),
            applicant_position: applicant_position.get(),
            applicant_mobile: applicant_mobile.get(),
        });
        let (judged, unkept) = (Judged::default(), Unkept::default());
        let flush = autosave(typed, move |typed| {
            let there = application.with_untracked(|one| Some(one.as_ref()?.form.clone()));
            if let Some(there) = there {
                let keep = |form| db.run_relaxed(SaveDraft { registration, form });
                hear(unkept, judged, None, keep_changed(there, kept, typed, keep));
            }
        });
        let now = db.live(|_, now| now.time());
        let found = Memo::new(move |_| {
            let Some(application) = application.get() else {
                return Vec::new();
            };
            // Another tab may know better what was not changed here.
            let typed = typed.get();
            let changed = kept.with_value(|kept| typed.differs(kept));
            let form = application.form.clone().with(&typed, &changed);
            let found = Application {
                form,
                ..application
            };
            let found = found.check_at(now.get()).into_iter();
            let found = found.map(|one| (one.document, one.field, one.problem));
            found.chain(unkept_on_documents(unkept)).collect()
        });
        Self {
            registration,
            application,
            jurisdiction,
            legal_name,
            display_name,
            number,
            industry,
            scale,
            address,
            data_region,
            plan,
            applicant_name,
            applicant_role,
            applicant_position,
            applicant_mobile,
            found,
            judged,
            unkept,
            flush,
            documents: StoredValue::default(),
        }
    }

    /// Keeps at once what was typed, about the documents too: it is judged as it is kept.
    pub fn keep(self) {
        self.flush.now();
        for document in self.documents.get_value() {
            document.now();
        }
    }

    pub fn keep_also(self, document: Flush) {
        self.documents
            .update_value(|documents| documents.push(document));
    }

    /// Hears whether what was typed about a document was kept.
    pub fn heard(self, document: BlobId, answer: Result<(), Stop>) {
        hear(self.unkept, self.judged, Some(document), answer);
    }

    /// Whether nothing that was typed was refused.
    pub fn is_kept(self) -> bool {
        self.unkept.with(Vec::is_empty)
    }

    /// Whether what was typed about documents was kept: it goes with their step.
    pub fn keeps_documents(self) -> bool {
        let of_the_form = |unkept: &(Option<BlobId>, Stop)| unkept.0.is_none();
        self.unkept.with(|unkept| unkept.iter().all(of_the_form))
    }

    pub fn realm(self) -> Option<Realm> {
        self.jurisdiction.get().map(Jurisdiction::realm)
    }

    /// What stands beside a field of the form.
    pub fn error(self, field: Of) -> Signal<Option<Text>> {
        self.error_on(None, field)
    }

    /// What stands beside a field of a document.
    pub fn error_on(self, document: Option<BlobId>, field: Of) -> Signal<Option<Text>> {
        Signal::derive(move || {
            let is_judged = self
                .judged
                .with(|judged| judged.contains(&(document, field)));
            is_judged.then(|| self.problem(document, field)).flatten()
        })
    }

    /// The same for a number, which is judged as soon as it is as long as it will be.
    pub fn number_error(self, field: Of, whole: usize) -> Signal<Option<Text>> {
        let judged = self.error(field);
        Signal::derive(move || {
            let is_whole = self
                .number
                .with(|number| number.trim().chars().count() >= whole);
            match is_whole {
                true => self.problem(None, field),
                false => judged.get(),
            }
        })
    }

    pub fn is_sound(self, field: Of) -> bool {
        self.problem(None, field).is_none()
    }

    fn problem(self, document: Option<BlobId>, field: Of) -> Option<Text> {
        self.found.with(|found| {
            let mut here = found
                .iter()
                .filter(|one| (one.0, one.1) == (document, field));
            here.next().map(|one| tell::problem(field, one.2))
        })
    }

    /// A field was left: from now on it says what is wrong with it.
    pub fn left(self, document: Option<BlobId>, field: Of) -> Callback<()> {
        Callback::new(move |()| {
            self.keep();
            self.judged
                .update(|judged| _ = judged.insert((document, field)));
        })
    }

    /// Whether nothing in a step is wrong; from now on all of it says so.
    pub fn judge(self, step: Step) -> bool {
        let wrong = self.wrong_in(step);
        self.judged
            .update(|judged| judged.extend(wrong.iter().map(|one| (one.0, one.1))));
        wrong.is_empty()
    }

    /// The same for all of it.
    pub fn judge_all(self) -> bool {
        let wrong = self.found.get();
        self.judged
            .update(|judged| judged.extend(wrong.iter().map(|one| (one.0, one.1))));
        wrong.is_empty()
    }

    /// What is wrong where the question lets nothing be changed.
    pub fn wrong_besides(self, question: &Question) -> Vec<Text> {
        let place_of = |(document, field, _): &Found| match document {
            None => Some(*field),
            Some(blob) => self.application.with(|application| {
                let all = &application.as_ref()?.documents;
                let one = all.iter().find(|document| document.file.blob == *blob)?;
                Some(one.kind.field())
            }),
        };
        let is_outside = |found: &&Found| place_of(found).is_some_and(|at| !question.opens(at));
        self.found.with(|found| {
            let outside = found.iter().filter(is_outside);
            outside.map(|one| tell::problem(one.1, one.2)).collect()
        })
    }

    pub fn wrong_in(self, step: Step) -> Vec<Found> {
        self.found.with(|found| {
            let here = found.iter().filter(|one| step_of(one.0, one.1) == step);
            here.copied().collect()
        })
    }
}

/// Keeps what was changed here and leaves what was changed elsewhere, in another tab. What is too long to be kept leaves
/// the rest.
fn keep_changed(
    there: Form,
    kept: StoredValue<Form>,
    typed: Form,
    keep: impl Fn(Form) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let too_long = typed.too_long();
    let mut fields = kept.with_value(|kept| typed.differs(kept));
    fields.retain(|field| too_long.iter().all(|(other, _)| other != field));
    if !fields.is_empty() {
        keep(there.with(&typed, &fields))?;
        kept.update_value(|kept| *kept = std::mem::take(kept).with(&typed, &fields));
    }
    match too_long.first() {
        Some((field, problem)) => Err(Stop::Refused(Refusal::Input(*field, *problem))),
        None => Ok(()),
    }
}

/// A document that was removed says nothing.
fn hear(unkept: Unkept, judged: Judged, document: Option<BlobId>, answer: Result<(), Stop>) {
    let stop = answer.err();
    let stop = stop.filter(|stop| *stop != Stop::Refused(Refusal::NotThere));
    if let Some(Stop::Refused(Refusal::Input(field, _))) = stop {
        judged.try_update(|judged| judged.insert((document, field)));
    }
    let is_of = |one: &(Option<BlobId>, Stop)| one.0 == document;
    let before = unkept.try_with_untracked(|all| all.iter().find(|one| is_of(one)).cloned());
    if before.flatten().map(|(_, stop)| stop) != stop {
        unkept.try_update(|all| {
            all.retain(|one| !is_of(one));
            all.extend(stop.map(|stop| (document, stop)));
        });
    }
}

/// What is too long is wrong in a form as it is typed, but a document is judged as it is kept.
fn unkept_on_documents(unkept: Unkept) -> Vec<Found> {
    let found = |(document, stop): (Option<BlobId>, Stop)| match stop {
        Stop::Refused(Refusal::Input(field, problem)) => {
            document.map(|document| (Some(document), field, problem))
        }
        _ => None,
    };
    unkept.get().into_iter().filter_map(found).collect()
}

/// Where a field is asked.
pub fn step_of(document: Option<BlobId>, field: Of) -> Step {
    match field {
        _ if document.is_some() => Step::Documents,
        Of::ApplicantName | Of::ApplicantRole | Of::ApplicantPosition | Of::ApplicantMobile => {
            Step::Applicant
        }
        Of::BusinessLicense | Of::CertificateOfIncorporation | Of::OtherDocument => Step::Documents,
        _ => Step::Company,
    }
}
