//! What Liaison's screens are made of: buttons, fields, dialogs, states. No word of the domain, no rule, no row.
//!
//! Where to start: [`Text`] is how anything is said; [`Wording`] are the few words that the parts need themselves;
//! `examples/catalogue/` shows every part in its states. How they look stands in `style/`.

mod avatar;
mod button;
mod card;
mod choice;
mod dialog;
mod each;
mod field;
mod file_field;
mod icon;
mod id;
pub mod intl;
mod locale;
mod long_table;
mod marks;
mod menu;
mod nav;
mod notices;
mod page;
mod states;
mod steps;
mod table;
mod tabs;
#[cfg(test)]
mod tests;
mod text;
mod toggle;
mod wording;

pub use avatar::{Avatar, OrgMark, Size};
pub use button::{Button, ButtonKind, ButtonLink, IconButton};
pub use card::{Card, KeyValue, KeyValues, Point, Timeline, TimelineEntry};
pub use choice::{Choice, Choices, RadioCards, Segmented, Select};
pub use dialog::{Confirm, Dialog, DialogShape};
pub use each::Each;
pub use field::{Field, Input, TextArea};
pub use file_field::{FileFace, FileField};
pub use icon::Icon;
pub use locale::{Locale, locale, set_locale};
pub use long_table::{LongTable, Selecting};
pub use marks::{Count, Pill, Tone, VerifiedMark};
pub use menu::{Act, Menu};
pub use nav::{Place, Rail, RowLink, SideNav};
pub use notices::{NoticeRegion, Notices, notices};
pub use page::{Moment, PageHeader};
pub use states::{Callout, EmptyState, Progress, RefusalCard, Waiting};
pub use steps::Steps;
pub use table::{Column, Sorting, Table};
pub use tabs::Tabs;
pub use text::Text;
pub use toggle::{Checkbox, Switch};
pub use wording::{Wording, set_wording};
