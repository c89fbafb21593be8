//! What a company states, in words.

use liaison_core::{
    refusal::Field,
    registration::{
        ApplicantRole, DataRegion, Form, Industry, Jurisdiction, Plan, Scale, Sector, Statement,
    },
};
use liaison_ui::{Text, intl};

use crate::words::company as word;

pub fn jurisdiction(jurisdiction: Jurisdiction) -> Text {
    intl::region_name(jurisdiction.0.as_str())
}

pub fn sector(sector: Sector) -> Text {
    use word::sector as word;
    match sector {
        Sector::Technology => word::technology(),
        Sector::Finance => word::finance(),
        Sector::Manufacturing => word::manufacturing(),
        Sector::Trade => word::trade(),
        Sector::Construction => word::construction(),
        Sector::Transport => word::transport(),
        Sector::Hospitality => word::hospitality(),
        Sector::Health => word::health(),
        Sector::Education => word::education(),
        Sector::ProfessionalServices => word::professional_services(),
        Sector::Media => word::media(),
        Sector::Resources => word::resources(),
        Sector::PublicSector => word::public_sector(),
    }
}

pub fn industry(industry: Industry) -> Text {
    use word::industry as word;
    match industry {
        Industry::Software => word::software(),
        Industry::InternetServices => word::internet_services(),
        Industry::Hardware => word::hardware(),
        Industry::Telecommunications => word::telecommunications(),
        Industry::Semiconductors => word::semiconductors(),
        Industry::SystemsIntegration => word::systems_integration(),
        Industry::Banking => word::banking(),
        Industry::Insurance => word::insurance(),
        Industry::Securities => word::securities(),
        Industry::Investment => word::investment(),
        Industry::Payments => word::payments(),
        Industry::Machinery => word::machinery(),
        Industry::Electronics => word::electronics(),
        Industry::Vehicles => word::vehicles(),
        Industry::Chemicals => word::chemicals(),
        Industry::Metals => word::metals(),
        Industry::Textiles => word::textiles(),
        Industry::FoodAndDrink => word::food_and_drink(),
        Industry::Furniture => word::furniture(),
        Industry::Retail => word::retail(),
        Industry::Wholesale => word::wholesale(),
        Industry::OnlineRetail => word::online_retail(),
        Industry::ImportAndExport => word::import_and_export(),
        Industry::RealEstate => word::real_estate(),
        Industry::Building => word::building(),
        Industry::Engineering => word::engineering(),
        Industry::PropertyManagement => word::property_management(),
        Industry::Logistics => word::logistics(),
        Industry::Shipping => word::shipping(),
        Industry::Aviation => word::aviation(),
        Industry::PassengerTransport => word::passenger_transport(),
        Industry::Hotels => word::hotels(),
        Industry::Restaurants => word::restaurants(),
        Industry::Travel => word::travel(),
        Industry::Leisure => word::leisure(),
        Industry::Hospitals => word::hospitals(),
        Industry::Pharmaceuticals => word::pharmaceuticals(),
        Industry::MedicalDevices => word::medical_devices(),
        Industry::Care => word::care(),
        Industry::Schools => word::schools(),
        Industry::Universities => word::universities(),
        Industry::Training => word::training(),
        Industry::Research => word::research(),
        Industry::Law => word::law(),
        Industry::Accounting => word::accounting(),
        Industry::Consulting => word::consulting(),
        Industry::HumanResources => word::human_resources(),
        Industry::Design => word::design(),
        Industry::Advertising => word::advertising(),
        Industry::Publishing => word::publishing(),
        Industry::FilmAndMusic => word::film_and_music(),
        Industry::Games => word::games(),
        Industry::Energy => word::energy(),
        Industry::Mining => word::mining(),
        Industry::Water => word::water(),
        Industry::Agriculture => word::agriculture(),
        Industry::Fishing => word::fishing(),
        Industry::Government => word::government(),
        Industry::Associations => word::associations(),
        Industry::Charities => word::charities(),
        Industry::OtherIndustry => word::other_industry(),
    }
}

/// Both levels.
fn industry_in_full(of: Industry) -> Text {
    word::industry_in_full(sector(of.sector()), industry(of))
}

pub fn scale(scale: Scale) -> Text {
    let least = intl::number(u64::from(scale.least()));
    match scale.most() {
        Some(most) => word::scale(least, intl::number(u64::from(most))),
        None => word::scale_from(least),
    }
}

pub fn applicant_role(role: ApplicantRole) -> Text {
    use word::role as word;
    match role {
        ApplicantRole::Founder => word::founder(),
        ApplicantRole::Executive => word::executive(),
        ApplicantRole::HrLead => word::hr_lead(),
        ApplicantRole::OtherWithAuthority => word::other_with_authority(),
    }
}

pub fn data_region(region: DataRegion) -> Text {
    use word::data_region as word;
    match region {
        DataRegion::MainlandChina => word::mainland_china(),
        DataRegion::Singapore => word::singapore(),
        DataRegion::Germany => word::germany(),
        DataRegion::Canada => word::canada(),
    }
}

pub fn plan(plan: Plan) -> Text {
    use word::plan as word;
    match plan {
        Plan::Free => word::free(),
        Plan::Business => word::business(),
        Plan::Enterprise => word::enterprise(),
    }
}

/// What a form says, field by field. What is not filled in is empty.
pub fn said_in(form: &Form) -> Vec<(Field, Text)> {
    fn of<T>(choice: Option<T>, tell: impl Fn(T) -> Text) -> Text {
        choice.map(tell).unwrap_or_default()
    }
    vec![
        (Field::Jurisdiction, of(form.jurisdiction, jurisdiction)),
        (Field::LegalName, form.legal_name.as_str().into()),
        (Field::DisplayName, form.display_name.as_str().into()),
        (form.number_field(), form.number.as_str().into()),
        (Field::Industry, of(form.industry, industry_in_full)),
        (Field::Scale, of(form.scale, scale)),
        (Field::Address, form.address.as_str().into()),
        (Field::DataRegion, of(form.data_region, data_region)),
        (Field::Plan, of(form.plan, plan)),
        (Field::ApplicantName, form.applicant_name.as_str().into()),
        (
            Field::ApplicantRole,
            of(form.applicant_role, applicant_role),
        ),
        (
            Field::ApplicantPosition,
            form.applicant_position.as_str().into(),
        ),
        (
            Field::ApplicantMobile,
            form.applicant_mobile.as_str().into(),
        ),
    ]
}

/// The same of what was submitted.
pub fn stated_in(statement: &Statement) -> Vec<(Field, Text)> {
    let text = |line: &str| Text::from(line);
    vec![
        (Field::Jurisdiction, jurisdiction(statement.jurisdiction)),
        (Field::LegalName, text(&statement.legal_name)),
        (Field::DisplayName, text(&statement.display_name)),
        (
            statement.number.field(),
            statement.number.to_string().into(),
        ),
        (Field::Industry, industry_in_full(statement.industry)),
        (Field::Scale, scale(statement.scale)),
        (Field::Address, text(&statement.address)),
        (Field::DataRegion, data_region(statement.data_region)),
        (Field::Plan, plan(statement.plan)),
        (Field::ApplicantName, text(&statement.applicant.name)),
        (
            Field::ApplicantRole,
            applicant_role(statement.applicant.role),
        ),
        (
            Field::ApplicantPosition,
            text(&statement.applicant.position),
        ),
        (
            Field::ApplicantMobile,
            statement.applicant.mobile.spaced().into(),
        ),
    ]
}
