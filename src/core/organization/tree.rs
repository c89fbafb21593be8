//! The tree of departments, whole: for screens that show it and for what looks at many places at once.

use super::{Department, departments};
use crate::{
    id::{DepartmentId, OrganizationId},
    order::{self, found},
    row::ReadRows,
    store::{Read, Stop},
    text::{Line, folded},
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    /// Ascending.
    nodes: Vec<(DepartmentId, Node)>,
    top: Option<DepartmentId>,
}

#[derive(Clone, Debug, PartialEq)]
struct Node {
    name: Line,
    parent: Option<DepartmentId>,
    children: Vec<DepartmentId>,
}

impl Tree {
    pub fn read(store: &dyn Read, organization: OrganizationId) -> Result<Self, Stop> {
        Ok(Self::new(store.list(&departments(organization))?))
    }

    pub fn new(rows: impl IntoIterator<Item = (DepartmentId, Department)>) -> Self {
        let mut siblings = Vec::new();
        let mut tree = Self::default();
        for (id, row) in rows {
            match row.parent {
                Some(parent) => siblings.push((parent, row.order, row.name.folded(), id)),
                None => tree.top = Some(id),
            }
            let node = Node {
                name: row.name,
                parent: row.parent,
                children: Vec::new(),
            };
            tree.nodes.push((id, node));
        }
        order::sort_by_key(&mut tree.nodes, |(id, _)| *id);
        order::sort(&mut siblings);
        for (parent, .., id) in siblings {
            if let Ok(place) = tree.nodes.binary_search_by_key(&parent, |(id, _)| *id) {
                tree.nodes[place].1.children.push(id);
            }
        }
        tree
    }

    fn node(&self, id: DepartmentId) -> Option<&Node> {
        found(&self.nodes, &id)
    }

    /// None of an organization that is not seen.
    pub fn top(&self) -> Option<DepartmentId> {
        self.top
    }

    /// With the top one.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    pub fn holds(&self, id: DepartmentId) -> bool {
        self.node(id).is_some()
    }

    pub fn name(&self, id: DepartmentId) -> Option<&Line> {
        self.node(id).map(|node| &node.name)
    }

    pub fn parent(&self, id: DepartmentId) -> Option<DepartmentId> {
        self.node(id)?.parent
    }

    /// In the order in which they are shown.
    pub fn children(&self, id: DepartmentId) -> &[DepartmentId] {
        self.node(id).map_or(&[], |node| &node.children)
    }

    pub fn child_named(&self, id: DepartmentId, name: &str) -> Option<DepartmentId> {
        let name = folded(name);
        let mut children = self.children(id).iter().copied();
        children.find(|child| self.name(*child).is_some_and(|line| line.folded() == name))
    }

    /// The department itself and those above it, upwards.
    pub fn upwards(&self, id: DepartmentId) -> impl Iterator<Item = DepartmentId> + '_ {
        let here = self.node(id).is_some().then_some(id);
        std::iter::successors(here, |id| self.parent(*id)).take(self.nodes.len())
    }

    /// 0 for the top.
    pub fn depth(&self, id: DepartmentId) -> usize {
        self.upwards(id).count().saturating_sub(1)
    }

    /// From below the top down to the department itself; nothing for the top.
    pub fn path(&self, id: DepartmentId) -> Vec<DepartmentId> {
        let mut path: Vec<_> = self
            .upwards(id)
            .filter(|id| Some(*id) != self.top)
            .collect();
        path.reverse();
        path
    }

    /// Whether `id` is `above` or stands somewhere below it.
    pub fn is_within(&self, id: DepartmentId, above: DepartmentId) -> bool {
        self.upwards(id).any(|at| at == above)
    }

    /// The department and all below it, each before its children, in the order in which they are shown.
    pub fn within(&self, id: DepartmentId) -> Vec<DepartmentId> {
        let mut found = Vec::new();
        let here = self.node(id).is_some().then_some(id);
        let mut waiting: Vec<_> = here.into_iter().collect();
        while let Some(id) = waiting.pop() {
            found.push(id);
            waiting.extend(self.children(id).iter().rev());
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{field::Field, id::Id, organization::department::UNPLACED};

    fn id(number: u8) -> DepartmentId {
        DepartmentId::from_bytes([number; 16])
    }

    fn row(number: u8, parent: Option<u8>, name: &str, order: u32) -> (DepartmentId, Department) {
        let row = Department {
            name: Line::check(Field::Department, name, 1..=64).expect("a name"),
            parent: parent.map(id),
            order,
        };
        (id(number), row)
    }

    fn tree() -> Tree {
        Tree::new([
            row(5, Some(2), "east", UNPLACED),
            row(1, None, "Acme", UNPLACED),
            row(2, Some(1), "Sales", 1),
            row(3, Some(1), "Assembly", UNPLACED),
            row(4, Some(1), "Zoo", 0),
            row(6, Some(2), "East coast", UNPLACED),
        ])
    }

    #[test]
    fn children_stand_as_placed_and_then_by_name() {
        assert_eq!(tree().children(id(1)), [id(4), id(2), id(3)]);
        assert_eq!(tree().within(id(1)), [1, 4, 2, 5, 6, 3].map(id));
        assert_eq!(tree().child_named(id(2), " ＥＡＳＴ "), Some(id(5)));
    }

    #[test]
    fn a_path_leads_from_below_the_top_to_the_department() {
        let tree = tree();
        assert_eq!(tree.path(id(6)), [id(2), id(6)]);
        assert_eq!(tree.path(id(1)), []);
        assert_eq!((tree.depth(id(1)), tree.depth(id(6))), (0, 2));
        assert!(tree.is_within(id(6), id(2)) && tree.is_within(id(2), id(2)));
        assert!(!tree.is_within(id(2), id(6)) && !tree.is_within(id(9), id(1)));
    }
}
