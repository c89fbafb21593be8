use crate::route::Route;

#[derive(Clone, Debug, PartialEq)]
pub enum MeRoute {
    /// The account name area, and where else one goes from here.
    Profile,
    /// The account name area by itself, where only one pane fits.
    Myself,
    Name,
    /// *Identity Verification*, and where somebody was who was sent here.
    Identity {
        then: Option<Box<Route>>,
    },
    /// *My QR code*.
    Code,
    Privacy,
    /// What one's organizations have decided about one (POL 7).
    Policies,
    Settings,
    /// *Me* → *Settings* → *Account*.
    Account,
    Region,
}

impl MeRoute {
    pub fn parse(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => MeRoute::Profile,
            ["profile"] => MeRoute::Myself,
            ["profile", "name"] => MeRoute::Name,
            ["profile", "name", "identity"] => MeRoute::Identity { then: None },
            ["profile", "name", "identity", "then", then @ ..] => MeRoute::Identity {
                then: Some(Box::new(Route::of(then)?)),
            },
            ["code"] => MeRoute::Code,
            ["privacy"] => MeRoute::Privacy,
            ["policies"] => MeRoute::Policies,
            ["settings"] => MeRoute::Settings,
            ["settings", "account"] => MeRoute::Account,
            ["settings", "account", "region"] => MeRoute::Region,
            _ => return None,
        })
    }

    pub fn path(&self) -> Vec<String> {
        let of = |path: &str| path.split('/').map(str::to_owned).collect();
        match self {
            MeRoute::Profile => Vec::new(),
            MeRoute::Myself => of("profile"),
            MeRoute::Name => of("profile/name"),
            MeRoute::Identity { then: None } => of("profile/name/identity"),
            MeRoute::Identity { then: Some(then) } => {
                let mut path: Vec<String> = of("profile/name/identity/then");
                path.extend(then.path());
                path
            }
            MeRoute::Code => of("code"),
            MeRoute::Privacy => of("privacy"),
            MeRoute::Policies => of("policies"),
            MeRoute::Settings => of("settings"),
            MeRoute::Account => of("settings/account"),
            MeRoute::Region => of("settings/account/region"),
        }
    }
}
