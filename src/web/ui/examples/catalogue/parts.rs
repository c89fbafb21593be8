use leptos::prelude::*;
use liaison_ui::*;

use crate::say;

pub fn controls(open: &str) -> AnyView {
    let notices = notices();
    if open == "controls" {
        notices.tell_with(
            say("The draft was deleted", "草稿已删除"),
            say("Undo", "撤销"),
            || (),
        );
    }
    let name = RwSignal::new("Northwind Trading Ltd".to_owned());
    let code = RwSignal::new("91310000MA1K4BXX7".to_owned());
    let greeting = RwSignal::new(String::new());
    let scale = RwSignal::new(None::<u8>);
    let mode = RwSignal::new(Some(1_u8));
    let theme = RwSignal::new(Some(0_u8));
    let on = RwSignal::new(true);
    let off = RwSignal::new(false);
    let file = RwSignal::new(Some(FileFace {
        name: "营业执照-北辰科技（上海）有限公司-副本.pdf".into(),
        bytes: 1_482_000,
    }));
    let [window_open, panel_open, confirm_open] =
        ["dialog", "panel", "confirm"].map(|page| RwSignal::new(open == page));
    let opens_menu = open == "menu";
    Effect::new(move |_| {
        if opens_menu && let Ok(Some(button)) = document().query_selector("[popovertarget]") {
            wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(button).click();
        }
    });
    view! {
        <main class="pane-body">
            <PageHeader
                title=say("Your organization", "企业信息")
                subtitle=say("Saved a moment ago on this device", "刚刚已保存在本机")
                back=Signal::stored("#/".to_owned())
            >
                <Menu
                    label=say("More", "更多")
                    acts=Signal::stored(
                        vec![
                            Act::new(say("Edit remark", "修改备注"), || ()).icon(Icon::EDIT),
                            Act::link(say("Share card", "分享名片"), "#/x").icon(Icon::SEND),
                            Act::new(say("Remove contact", "删除联系人"), || ()).icon(Icon::TRASH).danger(),
                        ],
                    )
                />
            </PageHeader>
            <Steps
                label=say("Register an organization", "注册企业")
                names=vec![
                    say("Jurisdiction", "注册地"),
                    say("Organization", "企业信息"),
                    say("Documents", "证件材料"),
                    say("Check and submit", "核对并提交"),
                ]
                at=Signal::stored(1)
                done=Signal::stored(1)
                on_go=|_| ()
            />
            <form class="form">
                <Field
                    label=say("Legal name", "企业全称")
                    value=name
                    hint=say("As on the certificate of incorporation", "与营业执照一致")
                />
                <Field
                    label=say("Unified Social Credit Code", "统一社会信用代码")
                    value=code
                    input=Input::Code
                    error=move || Some(say(
                        "The code has 18 characters; 17 are typed",
                        "统一社会信用代码应为 18 位，目前输入了 17 位",
                    ))
                />
                <Select
                    label=say("Scale", "企业规模")
                    placeholder=say("Choose", "请选择")
                    choices=vec![
                            Choice::new(1, say("1–50 people", "1–50 人")),
                            Choice::new(2, say("51–100 people", "51–100 人")),
                        ]
                    chosen=scale
                    on_choose=move |value| scale.set(Some(value))
                    optional=true
                />
                <TextArea
                    label=say("Greeting", "验证信息")
                    value=greeting
                    limit=140
                    hint=say("The other person reads it before deciding", "对方会在决定前看到")
                />
                <RadioCards
                    label=say("External communication", "对外沟通")
                    choices=vec![
                            Choice::new(0, say("Closed", "关闭"))
                                .note(say("Nobody outside can be added", "成员不能添加企业外的人")),
                            Choice::new(1, say("Partners only", "仅合作伙伴"))
                                .note(
                                    say(
                                        "Members may add people of the organizations that you name",
                                        "成员可以添加你指定企业的人员",
                                    ),
                                ),
                            Choice::new(2, say("Open", "开放")).note(say("Anybody verified can be added", "可以添加任何已认证的人")),
                        ]
                    chosen=mode
                    on_choose=move |value| mode.set(Some(value))
                />
                <FileField
                    label=say("Business license", "营业执照")
                    chosen=file
                    on_choose=|_| ()
                    on_remove=move || file.set(None)
                    accept="image/*"
                    hint=say("JPEG, PNG, WebP or PDF, at most 10 MB", "JPEG、PNG、WebP 或 PDF，不超过 10 MB")
                />
                <FileField
                    label=say("Certificate", "证书")
                    chosen=Signal::stored(None)
                    on_choose=|_| ()
                    on_remove=|| ()
                    accept="image/*"
                    photo=true
                    error=move || Some(say("This is a program, not a picture", "这是程序文件，不是图片"))
                />
                <Checkbox
                    label=say(
                        "I declare that everything is accurate and current",
                        "我声明以上内容真实、准确、有效",
                    )
                    checked=off
                    on_change=move |value| off.set(value)
                    error=move || Some(say("Needed to submit", "提交前需要勾选"))
                />
                <Switch
                    label=say("Findable by phone number", "可通过手机号找到我")
                    checked=on
                    on_change=move |value| on.set(value)
                    hint=say(
                        "Anybody who knows your whole number can send you a request",
                        "知道你完整手机号的人可以向你发送申请",
                    )
                />
                <Switch
                    label=say("Show my department outside", "对外显示我的部门")
                    checked=off
                    on_change=move |value| off.set(value)
                />
                <Segmented
                    label=say("Theme", "主题")
                    choices=vec![
                            Choice::new(0, say("System", "跟随系统")).icon(Icon::MONITOR),
                            Choice::new(1, say("Light", "浅色")).icon(Icon::SUN),
                            Choice::new(2, say("Dark", "深色")).icon(Icon::MOON),
                        ]
                    chosen=theme
                    on_choose=move |value| theme.set(Some(value))
                />
                <div class="actions">
                    <Button
                        label=say("Continue", "下一步")
                        kind=ButtonKind::Primary
                        blocked=move || {
                            off.get().then(String::new).is_none().then(|| say("Tick the declaration first", "请先勾选声明"))
                        }
                    />
                    <Button label=say("Back", "上一步") kind=ButtonKind::Quiet />
                </div>
                <div class="actions">
                    <Button label=say("Submit", "提交") kind=ButtonKind::Primary icon=Icon::SEND />
                    <Button
                        label=say("Send", "发送")
                        kind=ButtonKind::Primary
                        busy=move || Some(say("Sending…", "发送中…"))
                    />
                    <Button label=say("Invite", "邀请") icon=Icon::INVITE />
                    <Button label=say("Remove", "移除") kind=ButtonKind::Danger />
                    <IconButton label=say("Copy", "复制") icon=Icon::COPY on_press=|| () />
                    <Button label=say("Small", "小") small=true />
                </div>
            </form>
        </main>
        <Dialog title=say("Send a request", "发送好友申请") open=window_open>
            <Field label=say("Remark", "备注") value=name optional=true first=true />
            <TextArea label=say("Greeting", "验证信息") value=greeting limit=140 />
            <div class="actions end">
                <Button label=say("Send", "发送") kind=ButtonKind::Primary />
            </div>
        </Dialog>
        <Dialog title=say("Chen Yu", "陈宇") open=panel_open shape=DialogShape::Panel>
            <KeyValues>
                <KeyValue label=say("Employee ID", "工号")>"NW-0042"</KeyValue>
                <KeyValue label=say("Department", "部门")>{say("Engineering", "研发部")}</KeyValue>
            </KeyValues>
        </Dialog>
        <Confirm
            title=say("Remove Northwind as a partner?", "移除合作伙伴北风贸易？")
            act=say("Remove partner", "移除")
            open=confirm_open
            on_confirm=|| ()
        >
            <p>
                {say(
                    "12 contacts between your people become read-only. Nothing is deleted.",
                    "双方的 12 个联系人会话将变为只读，不会删除任何内容。",
                )}
            </p>
        </Confirm>
        <NoticeRegion />
    }
    .into_any()
}

pub fn states() -> AnyView {
    let now = 1_760_000_000_000_u64;
    let tab = RwSignal::new(Some(0_u8));
    view! {
        <main class="pane-body">
            <PageHeader title=say("States", "状态") />
            <Tabs
                label=say("Views", "视图")
                choices=vec![
                        Choice::new(0, say("Requests", "申请")),
                        Choice::new(1, say("Contacts", "联系人")),
                        Choice::new(2, say("Blocked", "黑名单")),
                    ]
                chosen=tab
                on_choose=move |value| tab.set(Some(value))
            >
                <div class="row">
                    <Pill label=say("Draft", "草稿") />
                    <Pill label=say("In review", "审核中") tone=Tone::Info icon=Icon::CLOCK />
                    <Pill label=say("Approved", "已通过") tone=Tone::Good icon=Icon::CHECK />
                    <Pill label=say("Question open", "待补充") tone=Tone::Waiting icon=Icon::HELP />
                    <Pill label=say("Rejected", "未通过") tone=Tone::Bad icon=Icon::CLOSE />
                    <Count n=Signal::stored(7) label="7" />
                    <Count n=Signal::stored(120) label="120" />
                </div>
            </Tabs>
            <div class="row">
                {["Anna Maria Berg", "欧阳娜娜", "Chen Yu", "王伟", "Zoë", "李小龙", "Bo Li", "陈 (Sam)"]
                    .map(|name| view! { <Avatar name=name.to_owned() /> })
                    .collect_view()}
                <OrgMark name="北辰科技".to_owned() />
                <OrgMark name="Northwind".to_owned() />
                <OrgMark name="Aurora".to_owned() size=Size::Small />
                <Avatar name="Anna Berg".to_owned() size=Size::Large />
            </div>
            <p>
                "Anna Berg "<VerifiedMark meaning=say("Real name verified", "已实名认证") />
                " · 北辰科技 "<VerifiedMark meaning=say("Verified organization", "已认证企业") />
            </p>
            <RefusalCard
                title=say("This request was not sent", "申请没有发出")
                side=say("Your organization", "你的企业")
                rule=say("External communication is open to partners only.", "对外沟通仅限合作伙伴。")
                who=say("The administrators of Northwind Trading", "北辰科技的管理员")
                next=say(
                    "Ask them to allow this organization. The request you wrote is kept.",
                    "请管理员允许该企业。你写的申请会保留。",
                )
            >
                <Button label=say("Ask my administrator", "联系管理员") kind=ButtonKind::Primary />
            </RefusalCard>
            <Callout title=say("Review usually takes 5 business days", "审核通常需要 5 个工作日")>
                <p>{say("Expected by Oct 14. Questions arrive in your Team thread.", "预计 10 月 14 日前完成，问题会发到团队消息。")}</p>
            </Callout>
            <Callout tone=Tone::Waiting>
                <p>{say("Verification is blocked in this region.", "此地区无法完成认证。")}</p>
            </Callout>
            <Callout tone=Tone::Bad>
                <p>{say("This browser cannot save.", "此浏览器无法保存。")}</p>
            </Callout>
            <Callout tone=Tone::Good>
                <p>{say("Your identity is verified.", "你已通过实名认证。")}</p>
            </Callout>
            <Progress
                label=say("Importing 1,200 of 2,000 people", "正在导入 2,000 人中的第 1,200 人")
                share=Signal::stored(Some(0.6))
            >
                <Button label=say("Stop", "停止") small=true />
            </Progress>
            <Progress label=say("Checking the file…", "正在检查文件…") share=Signal::stored(None) />
            <Card title=say("Registration", "注册申请") acts=|| view! { <Button label=say("Withdraw", "撤回") small=true /> }>
                <KeyValues>
                    <KeyValue label=say("Legal name", "企业全称")>"Northwind Trading Ltd"</KeyValue>
                    <KeyValue label=say("Submitted", "提交时间")>
                        <Moment at=Signal::stored(now - 7_000_000) now=Signal::stored(now) />
                    </KeyValue>
                    <KeyValue label=say("Region", "地区")>{intl::region_name("CA")}</KeyValue>
                </KeyValues>
                <Timeline label=say("History", "进度")>
                    <TimelineEntry point=Point::Done title=say("Submitted", "已提交") when=intl::date_time(now - 90_000_000) />
                    <TimelineEntry point=Point::Asked title=say("Question", "补充材料") when=intl::date_time(now)>
                        <p>{say("The license has expired; please add the current one.", "执照已过期，请补充有效执照。")}</p>
                    </TimelineEntry>
                    <TimelineEntry point=Point::Here title=say("In review", "审核中") />
                    <TimelineEntry point=Point::Ahead title=say("Decision", "审核结果") />
                </Timeline>
            </Card>
            <Card>
                <EmptyState
                    icon=Icon::CONTACTS
                    title=say("No contacts yet", "还没有联系人")
                    text=say("Add a colleague to start talking.", "添加同事后就可以开始聊天。")
                >
                    <Button label=say("Add", "添加") icon=Icon::ADD kind=ButtonKind::Primary />
                </EmptyState>
            </Card>
            <Waiting label=say("Opening…", "正在打开…") />
        </main>
    }
    .into_any()
}
