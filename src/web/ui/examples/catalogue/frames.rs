use leptos::prelude::*;
use liaison_ui::*;

use crate::say;

pub fn app(at_detail: bool) -> AnyView {
    let place = |icon, label, here| Place::new(icon, label, "#/", Signal::stored(here));
    let people = [
        (
            "Anna Maria Berg",
            "Northwind",
            "See you on Thursday then, I will bring the contract and the samples",
            3_u64,
        ),
        ("欧阳娜娜", "北辰科技", "好的，明天见", 0),
        ("Chen Yu", "", "[Draft] Thanks!", 0),
    ];
    let row = |(at, (name, company, last, unread)): (
        usize,
        (&'static str, &'static str, &'static str, u64),
    )| {
        view! {
            <li>
                <a class="list-row" href="#/" aria-current=(at == 0).then_some("page")>
                    <Avatar name=name.to_owned() />
                    <span class="list-text">
                        <span class="list-line">
                            <bdi class="cut">{name}</bdi>
                            <VerifiedMark meaning=say("Real name verified", "已实名认证") inside=true />
                            <span class="cut muted small">{company}</span>
                            <time class="list-end">{intl::time(1_760_000_000_000)}</time>
                        </span>
                        <span class="list-line">
                            <span class="cut muted small">{last}</span>
                            <span class="list-end">
                                <Count n=Signal::stored(unread) label="unread" />
                            </span>
                        </span>
                    </span>
                </a>
            </li>
        }
    };
    view! {
        <div class="app">
            <div class="frame" class:at-detail=at_detail>
                <Rail
                    label=say("Main", "主导航")
                    places=vec![
                        place(Icon::CHATS, say("Chats", "消息"), true).waiting(Signal::stored(12), say("12 unread", "12 条未读")),
                        place(Icon::CONTACTS, say("Contacts", "通讯录"), false),
                        place(Icon::ME, say("Me", "我"), false),
                    ]
                    head=|| view! { <OrgMark name="Northwind".to_owned() /> }
                />
                <section class="list-pane">
                    <PageHeader title=say("Chats", "消息")>
                        <IconButton label=say("Add", "添加") icon=Icon::ADD on_press=|| () />
                    </PageHeader>
                    <ul class="pane-scroll">{people.into_iter().enumerate().map(row).collect_view()}</ul>
                </section>
                <main class="detail-pane">
                    <PageHeader
                        title="Anna Maria Berg"
                        subtitle=say("Northwind Trading · outside", "北风贸易 · 外部")
                        back=Signal::stored("#/chats".to_owned())
                    >
                        <Menu label=say("More", "更多") acts=Signal::stored(vec![]) />
                    </PageHeader>
                    <div class="pane-scroll">
                        <EmptyState icon=Icon::CHATS title=say("Nothing said yet", "还没有消息") />
                    </div>
                </main>
            </div>
        </div>
    }
    .into_any()
}

pub fn console() -> AnyView {
    let place = |icon, label, here| Place::new(icon, label, "#/", Signal::stored(here));
    let sorting = RwSignal::new(Some(Sorting {
        column: 0,
        descending: false,
    }));
    let side = || {
        vec![
            (
                None,
                vec![place(Icon::OVERVIEW, say("Overview", "概览"), false)],
            ),
            (
                Some(say("Organization", "组织")),
                vec![
                    place(
                        Icon::PEOPLE,
                        say("Departments and members", "部门与成员"),
                        true,
                    ),
                    place(Icon::INVITE, say("Invitations", "邀请"), false)
                        .waiting(Signal::stored(4), say("4 open", "4 个待处理")),
                    place(Icon::ROLES, say("Roles", "角色"), false),
                ],
            ),
            (
                Some(say("Connections", "连接")),
                vec![
                    place(
                        Icon::GLOBE,
                        say("External communication", "对外沟通"),
                        false,
                    ),
                    place(Icon::PARTNERS, say("Partners", "合作伙伴"), false),
                ],
            ),
            (
                Some(say("Data", "数据")),
                vec![place(Icon::HISTORY, say("Audit", "审计日志"), false)],
            ),
        ]
    };
    let rows = [
        (
            "Anna Maria Berg",
            "NW-0001",
            "+49 151 0000 0001",
            Tone::Good,
        ),
        ("欧阳娜娜", "NW-0002", "+86 138 0000 0002", Tone::Waiting),
        ("Chen Yu", "NW-0003", "+86 138 0000 0003", Tone::Neutral),
    ];
    let row = |(name, id, mobile, tone): (&'static str, &'static str, &'static str, Tone)| {
        let status = match tone {
            Tone::Good => say("Active", "在职"),
            Tone::Waiting => say("Invited", "已邀请"),
            _ => say("Suspended", "已停用"),
        };
        view! {
            <tr>
                <td>
                    <span class="list-line">
                        <Avatar name=name.to_owned() size=Size::Small />
                        <bdi class="cut">{name}</bdi>
                    </span>
                </td>
                <td class="wide">{id}</td>
                <td class="wide">{mobile}</td>
                <td>
                    <Pill label=status tone=tone />
                </td>
                <td class="acts">
                    <Menu label=say("Acts", "操作") small=true acts=Signal::stored(vec![]) />
                </td>
            </tr>
        }
    };
    view! {
        <div class="app dense">
            <div class="console">
                <div class="console-bar">
                    <IconButton label=say("Menu", "菜单") icon=Icon::MENU on_press=|| () />
                    <strong class="cut">"Northwind Trading"</strong>
                </div>
                <div class="console-side">
                    <div class="list-line">
                        <OrgMark name="Northwind".to_owned() size=Size::Small />
                        <strong class="cut">"Northwind Trading"</strong>
                        <VerifiedMark meaning=say("Verified organization", "已认证企业") />
                    </div>
                    <SideNav label=say("Console", "管理后台") groups=side() />
                </div>
                <main class="console-main">
                    <div class="console-page">
                        <PageHeader title=say("Departments and members", "部门与成员") subtitle=say("2,014 people in 31 departments", "31 个部门，2,014 人")>
                            <Button label=say("Import", "导入") icon=Icon::UPLOAD />
                            <Button label=say("Add a member", "添加成员") icon=Icon::ADD kind=ButtonKind::Primary />
                        </PageHeader>
                        <Table
                            label=say("Members", "成员")
                            columns=vec![
                                Column::new(say("Name", "姓名")).sorts(),
                                Column::new(say("Employee ID", "工号")).sorts().wide(),
                                Column::new(say("Mobile", "手机号")).wide(),
                                Column::new(say("Status", "状态")),
                                Column::new(say("Acts", "操作")).acts(),
                            ]
                            sorting=sorting
                            on_sort=move |by| sorting.set(Some(by))
                        >
                            {rows.map(row).collect_view()}
                        </Table>
                    </div>
                </main>
            </div>
        </div>
    }
    .into_any()
}
