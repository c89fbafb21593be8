use liaison_core::id::{ConversationId, Id};

#[derive(Clone, Debug, PartialEq)]
pub enum ChatsRoute {
    /// All threads.
    List,
    /// What the platform has told this person.
    Team,
    Direct(ConversationId),
}

impl ChatsRoute {
    pub fn parse(parts: &[&str]) -> Option<Self> {
        match parts {
            [] => Some(ChatsRoute::List),
            ["team"] => Some(ChatsRoute::Team),
            [conversation] => ConversationId::parse(conversation).map(ChatsRoute::Direct),
            _ => None,
        }
    }

    pub fn path(&self) -> Vec<String> {
        match self {
            ChatsRoute::List => Vec::new(),
            ChatsRoute::Team => vec!["team".to_owned()],
            ChatsRoute::Direct(conversation) => vec![conversation.to_string()],
        }
    }
}
