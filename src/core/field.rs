//! Whatever has a label: what a form asks, what a refusal points at, what the audit says has changed.

use serde::{Deserialize, Serialize};

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
