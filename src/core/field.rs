//! Whatever has a label: what a form asks, what a refusal points at, what the audit says has changed.

use serde::{Deserialize, Serialize};

/// Declares an enum whose variants are named in exported files as they are here. Programs read these names:
/// `tests/shapes/` keeps the list.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $enum:ident { $($(#[$doc:meta])* $variant:ident,)* }) => {
        $(#[$meta])*
        pub enum $enum {
            $($(#[$doc])* $variant,)*
        }

        impl $enum {
            /// As exported files name it.
            pub fn name(self) -> &'static str {
                match self {
                    $($enum::$variant => stringify!($variant),)*
                }
            }
        }
    };
}

pub(crate) use named;

named! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    pub enum Field {
        // A person.
        Name,
        Mobile,
        Region,
        Code,
        Email,
        // A registration.
        Jurisdiction,
        LegalName,
        DisplayName,
        Industry,
        Scale,
        Address,
        ApplicantName,
        ApplicantRole,
        ApplicantPosition,
        ApplicantMobile,
        DataRegion,
        Plan,
        SocialCreditCode,
        RegistrationNumber,
        BusinessLicense,
        CertificateOfIncorporation,
        OtherDocument,
        DocumentLegalName,
        DocumentNumber,
        IssuedOn,
        ExpiresOn,
        Declaration,
        // An identity.
        RealName,
        IdNumber,
        DocumentKind,
        DocumentCountry,
        IdCertificate,
        Statement,
        StatementDate,
        // An organization.
        Department,
        MainDepartment,
        ParentDepartment,
        EmployeeId,
        Title,
        Manager,
        Status,
        Role,
        Owner,
        /// How many there are.
        Members,
        Expiry,
        // Policy.
        ExternalMode,
        Partner,
        CorporateId,
        Permitted,
        WithoutOrganization,
        AutomaticAcceptance,
        Until,
        // People among each other.
        Contact,
        Greeting,
        Remark,
        Description,
        Message,
        Reason,
        Question,
        Reply,
        File,
        Row,
        // Policy, of later days: a field keeps its number.
        Serving,
        Greetings,
    }
}
