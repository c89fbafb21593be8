//! Every bound of the system, by name. Lengths of text are in `char`s after trimming.

use std::ops::RangeInclusive;

use crate::time::DAY;

/// A page of the store is split when it grows beyond this many bytes.
pub const PAGE_BYTES: usize = 128 * 1024;
/// Changed rows that a page carries beside itself before it is written anew.
pub const FRESH_ROWS: usize = 192;
pub const FRESH_BYTES: usize = 32 * 1024;

pub const PERSON_NAME: RangeInclusive<usize> = 1..=64;
pub const LEGAL_NAME: RangeInclusive<usize> = 2..=120;
pub const DISPLAY_NAME: RangeInclusive<usize> = 1..=40;
pub const DEPARTMENT_NAME: RangeInclusive<usize> = 1..=64;
pub const TITLE: RangeInclusive<usize> = 1..=64;
pub const EMPLOYEE_ID: RangeInclusive<usize> = 1..=64;
pub const EMAIL: RangeInclusive<usize> = 3..=254;
pub const ADDRESS: RangeInclusive<usize> = 4..=200;
/// Why somebody did something: a rejection, a question, a change of policy.
pub const REASON: RangeInclusive<usize> = 1..=500;
/// No date that matters here is older.
pub const EARLIEST_YEAR: i32 = 1000;
pub const GREETING: RangeInclusive<usize> = 1..=140;
pub const REMARK: RangeInclusive<usize> = 1..=20;
pub const DESCRIPTION: RangeInclusive<usize> = 1..=150;
pub const MESSAGE: RangeInclusive<usize> = 1..=4000;
pub const FILE_NAME: RangeInclusive<usize> = 1..=120;

pub const DEPARTMENT_DEPTH: usize = 15;
pub const DEPARTMENTS: usize = 30_000;
pub const DEPARTMENTS_OF_A_MEMBER: usize = 20;
/// Rows of one batch of an import, and members of one command for many.
pub const IMPORT_ROWS: usize = 500;
pub const IMPORT_FILE_ROWS: usize = 200_000;
pub const IMPORT_COLUMNS: usize = 100;
/// Bytes of one cell; spreadsheets stop here too.
pub const IMPORT_CELL: usize = 32_767;
/// An import that would remove more than this share of the members is stopped.
pub const IMPORT_REMOVES_AT_MOST: f64 = 0.2;

/// What a draft keeps of one field, right or wrong; no checked text is longer.
pub const TYPED: usize = 1000;
/// Without the signs between.
pub const REGISTRATION_NUMBER: RangeInclusive<usize> = 2..=32;
pub const PROOF_NUMBER: RangeInclusive<usize> = 1..=64;
/// Applications of one account that have not ended.
pub const OPEN_APPLICATIONS: usize = 10;
pub const DOCUMENT_BYTES: u64 = 10 * 1024 * 1024;
pub const DOCUMENTS_OF_A_KIND: usize = 5;
/// A number for which no rule is known. Four signs of it stay when it is erased, so it has more.
pub const DOCUMENT_NUMBER: RangeInclusive<usize> = 5..=32;
/// The field of a passport's machine-readable zone has nine places.
pub const PASSPORT_NUMBER: RangeInclusive<usize> = 5..=9;

pub const CODE_LIVES_MS: u64 = 10 * crate::time::MINUTE;
pub const CODE_TRIES: u8 = 5;
pub const CODES_PER_HOUR: usize = 6;

pub const RESUBMISSIONS: u8 = 3;
pub const QUESTION_DAYS: u64 = 30;
pub const REVIEW_BUSINESS_DAYS: u32 = 5;
pub const IDENTITY_ATTEMPTS: usize = 3;
pub const IDENTITY_ATTEMPTS_WITHIN_MS: u64 = 30 * DAY;
pub const ACCOUNTS_PER_IDENTITY: usize = 5;
pub const STATEMENT_MONTHS: u16 = 3;

pub const ANSWER_LIVES_MS: u64 = 10 * crate::time::MINUTE;
pub const REQUEST_LIVES_MS: u64 = 30 * DAY;
pub const RENEW_AFTER_MS: u64 = 7 * DAY;
pub const OUTSIDE_REQUESTS_PER_DAY: usize = 30;
pub const PHONE_SEARCHES_PER_HOUR: usize = 20;
pub const PHONE_SEARCHES_PER_DAY: usize = 60;
/// For how many days an invitation can be made.
pub const INVITATION_DAYS: RangeInclusive<u32> = 1..=180;
