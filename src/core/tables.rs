//! The first byte of every key: one number for each kind of row, for ever. The whole list in one place, so that none is
//! given twice and a dump of a store can be read.

macro_rules! tables {
    ($($name:ident = $number:literal in $space:literal;)*) => {
        $(#[doc = concat!("In ", $space, ".")] pub const $name: u8 = $number;)*
        /// Number, name and space of every kind of row.
        pub const ALL: &[(u8, &str, &str)] = &[$(($number, stringify!($name), $space)),*];
    };
}

tables! {
    AUDIT_LINK = 1 in "Console, Desk";
    AUDIT_PAYLOAD = 2 in "Console, Desk";
    AUDIT_HEAD = 3 in "Console, Desk";

    PROFILE = 10 in "Account";
    PRIVACY = 11 in "Account";
    SEAT = 12 in "Account";
    TEAM_ENTRY = 13 in "Account";
    TEAM_READ = 14 in "Account";
    PERSONAL_CODE = 15 in "Account";
    OUTSIDE_CARD = 16 in "Card";
    MOBILE_OWNER = 17 in "Vault";
    MOBILE_CODE = 18 in "Vault";
    CODE_TARGET = 19 in "Vault";
    SECRET = 20 in "Vault";
    BLOB = 21 in "Vault";

    APPLICATION = 30 in "Account";
    REGISTERED_ENTITY = 31 in "Vault";

    CASE = 40 in "Desk";
    REVIEWER = 41 in "Desk";
    SUBMITTED_APPLICATION = 42 in "Desk";
    SUBMITTED_IDENTITY = 43 in "Desk";
    CASE_FACT = 44 in "Desk";

    COMPANY = 50 in "Company";
    DEPARTMENT = 51 in "Organization";
    ROLE = 52 in "Organization";
    MEMBER_CARD = 53 in "Department";
    MEMBER_POINTER = 54 in "Department";
    MEMBER_RECORD = 55 in "Console";
    FORMER_MEMBER = 56 in "Console";
    INVITATION = 57 in "Console";
    INVITATION_TARGET = 58 in "Vault";
    EMPLOYEE_ID = 59 in "Vault";
    MEMBER_MOBILE = 60 in "Vault";
    CORPORATE_ID = 61 in "Vault";
    HEADCOUNT = 62 in "Console";
    DEPARTMENT_NAME = 63 in "Organization";
    FORMER_ACCOUNT = 64 in "Console";

    EXTERNAL_POLICY = 70 in "Organization";
    PARTNER = 71 in "Organization";
    COLLEAGUE_POLICY = 72 in "Organization";
    SERVING = 73 in "Organization";
    GREETING_POLICY = 74 in "Organization";

    IDENTITY = 80 in "Account";
    IDENTITY_COUNT = 81 in "Vault";

    RELATION = 90 in "Account";
    ANSWER = 91 in "Account";
    QUOTA = 92 in "Account";

    MESSAGE = 100 in "Conversation";
    PARTICIPANT = 101 in "Conversation";
    CONVERSATION = 102 in "Conversation";
    THREAD = 103 in "Account";

    REGION_WAY = 110 in "Platform";
}

/// How often a row of any kind has changed its shape: the sum of what their versions are above 1. A store says so
/// before a row is read, so that an older Liaison knows a newer world as such.
pub const CHANGES_OF_SHAPE: u32 = 0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_is_given_twice_and_none_is_the_last() {
        assert!(ALL.is_sorted_by(|a, b| a.0 < b.0));
        assert!(ALL.iter().all(|(number, ..)| *number < u8::MAX));
    }
}
