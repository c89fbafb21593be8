//! The people of the demo: who they are and where they work. Names and numbers are invented; British ones come from the
//! range that is kept free for fiction.

/// Name, department, title. A dash in front of the name: provisioned, but not joined yet.
pub type Person = (&'static str, &'static str, &'static str);

pub struct Firm {
    pub legal_name: &'static str,
    pub display_name: &'static str,
    /// ISO 3166-1.
    pub region: &'static str,
    pub mobiles_begin: &'static str,
    /// The owner first, then an administrator and an auditor.
    pub people: &'static [Person],
}

pub const YUNFAN: Firm = Firm {
    legal_name: "云帆智造（苏州）有限公司",
    display_name: "云帆智造",
    region: "CN",
    mobiles_begin: "+86138113811",
    people: &[
        ("叶青", "总经办", "创始人"),
        ("周明远", "信息技术部", "信息技术总监"),
        ("何佳", "总经办", "合规审计"),
        ("陈思雨", "市场部", "市场经理"),
        ("王浩然", "市场部", "客户经理"),
        ("赵梓涵", "市场部", "客户经理"),
        ("刘洋", "研发部", "技术总监"),
        ("欧阳娜娜", "研发部", "产品经理"),
        ("江月", "研发部", "前端工程师"),
        ("马腾", "研发部", "后端工程师"),
        ("阿依古丽", "研发部", "测试工程师"),
        ("胡一鸣", "研发部", "算法工程师"),
        ("郑晓东", "供应链部", "采购经理"),
        ("谢雨桐", "供应链部", "采购专员"),
        ("罗俊", "供应链部", "仓储主管"),
        ("-唐薇", "供应链部", "采购专员"),
        ("韩梅梅", "人力资源部", "人力资源经理"),
        ("-曹磊", "人力资源部", "招聘专员"),
        ("许诺", "财务部", "财务经理"),
        ("-邓超", "财务部", "会计"),
        ("司徒文", "市场部", "品牌设计师"),
        ("-Elena Petrova", "市场部", "海外市场"),
    ],
};

pub const LANTU: Firm = Firm {
    legal_name: "杭州澜图设计有限公司",
    display_name: "澜图设计",
    region: "CN",
    mobiles_begin: "+86139571390",
    people: &[
        ("沈知秋", "工作室", "设计总监"),
        ("顾念", "工作室", "项目经理"),
        ("梁宽", "运营", "运营"),
        ("苏晴", "工作室", "交互设计师"),
        ("程诺", "工作室", "视觉设计师"),
        ("白露", "工作室", "插画师"),
        ("-秦川", "运营", "商务"),
    ],
};

pub const NORTHWIND: Firm = Firm {
    legal_name: "Northwind Instruments Ltd",
    display_name: "Northwind Instruments",
    region: "GB",
    mobiles_begin: "+4477009001",
    people: &[
        ("Amelia Hart", "Management", "Managing Director"),
        ("Priya Raman", "IT", "Head of IT"),
        ("Tom Okafor", "Management", "Internal Audit"),
        ("Anna Maria Berg", "Sales", "Head of Sales"),
        ("Marcus Lindqvist", "Sales", "Account Manager"),
        ("Chloé Durand", "Sales", "Account Manager"),
        ("Kenji Watanabe", "Engineering", "Chief Engineer"),
        ("Sofía Álvarez", "Engineering", "Mechanical Engineer"),
        ("Owen Price", "Engineering", "Firmware Engineer"),
        ("Li Na", "Engineering", "Firmware Engineer"),
        ("Fatima Zahra", "Purchasing", "Head of Purchasing"),
        ("Jakub Nowak", "Purchasing", "Buyer"),
        ("-Grace O’Neill", "Purchasing", "Buyer"),
        ("Noah Fischer", "Finance", "Controller"),
        ("-Hannah Weiss", "Finance", "Accountant"),
        ("Isla Campbell", "People", "HR Lead"),
    ],
};

pub const HALDEN: Firm = Firm {
    legal_name: "Halden Logistics Group plc",
    display_name: "Halden Logistics",
    region: "GB",
    mobiles_begin: "+4477009003",
    people: &[
        ("Ingrid Solberg", "Head Office", "Chief Operating Officer"),
        ("Daniel Mensah", "IT", "Systems Administrator"),
        ("Ruth Adler", "Head Office", "Compliance"),
        ("Lars Eriksen", "Freight", "Freight Manager"),
        ("Maya Cohen", "Freight", "Customer Coordinator"),
        ("Samuel Osei", "Customs", "Customs Specialist"),
        ("-Nina Kovač", "Customs", "Customs Specialist"),
        ("Yusuf Demir", "Freight", "Dispatcher"),
    ],
};
