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
    /// The region, and where somebody was who takes the detour (IDV 5).
    Region {
        then: Option<Box<Route>>,
    },
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
            ["settings", "account", "region"] => MeRoute::Region { then: None },
            ["settings", "account", "region", "then", then @ ..] => MeRoute::Region {
                then: Some(Box::new(Route::of(then)?)),
            },
            _ => return None,
        })
    }

    pub fn path(&self) -> Vec<String> {
        let of = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
        let and_then = |path: &str, then: &Option<Box<Route>>| match then {
            None => of(path),
            Some(then) => [of(path), of("then"), then.path()].concat(),
        };
        match self {
            MeRoute::Profile => Vec::new(),
            MeRoute::Myself => of("profile"),
            MeRoute::Name => of("profile/name"),
            MeRoute::Identity { then } => and_then("profile/name/identity", then),
            MeRoute::Code => of("code"),
            MeRoute::Privacy => of("privacy"),
            MeRoute::Policies => of("policies"),
            MeRoute::Settings => of("settings"),
            MeRoute::Account => of("settings/account"),
            MeRoute::Region { then } => and_then("settings/account/region", then),
        }
    }
}
