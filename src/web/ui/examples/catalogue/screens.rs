use leptos::prelude::*;
use liaison_ui::*;

use crate::say;

pub fn task() -> AnyView {
    let [name, display, industry] = [""; 3].map(|text| RwSignal::new(text.to_owned()));
    view! {
        <div class="task">
            <PageHeader title=say("Register an organization", "注册企业") back=Signal::stored("#/".to_owned())>
                <span class="saving">{Icon::SAVED} {say("Draft saved", "草稿已保存")}</span>
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
            <div class="task-body">
                <form class="form">
                    <div class="form-part">
                        <h2>{say("The company", "企业")}</h2>
                        <Field label=say("Legal name", "企业全称") value=name hint=say("As on the business license", "与营业执照一致") />
                        <div class="field-pair">
                            <Field label=say("Display name", "企业简称") value=display />
                            <Field label=say("Industry", "行业") value=industry optional=true />
                        </div>
                    </div>
                    <div class="form-part">
                        <h2>{say("The applicant", "申请人")}</h2>
                        <Field label=say("Mobile number", "手机号") value=display input=Input::Phone />
                    </div>
                    <div class="actions">
                        <Button label=say("Continue", "下一步") kind=ButtonKind::Primary submit=true />
                        <Button label=say("Back", "上一步") kind=ButtonKind::Quiet />
                    </div>
                </form>
                <aside class="task-help">
                    <h2>{say("What you will need", "需要准备")}</h2>
                    <p>
                        {say(
                            "The business license as a picture or PDF, and the authority to bind the company.",
                            "营业执照的照片或 PDF，以及代表企业办理的权限。",
                        )}
                    </p>
                    <a href="#/help">{say("Send this page to a colleague", "把此页发给同事")}</a>
                </aside>
            </div>
        </div>
    }
    .into_any()
}

pub fn desk() -> AnyView {
    let case = |(at, (name, due, late)): (usize, (&'static str, Text, bool))| {
        view! {
            <li>
                <a class="list-row" href="#/" aria-current=(at == 0).then_some("page")>
                    <OrgMark name=name.to_owned() />
                    <span class="list-text">
                        <span class="list-line">
                            <bdi class="cut">{name}</bdi>
                            <span class="list-end">
                                <Pill label=due tone=if late { Tone::Bad } else { Tone::Neutral } icon=Icon::CLOCK />
                            </span>
                        </span>
                        <span class="list-line muted small">{say("Registration · mainland", "企业注册 · 中国内地")}</span>
                    </span>
                </a>
            </li>
        }
    };
    let cases = [
        (
            "北辰科技（上海）有限公司",
            say("1 day over", "超期 1 天"),
            true,
        ),
        (
            "Northwind Trading Ltd",
            say("2 days left", "剩 2 天"),
            false,
        ),
    ];
    view! {
        <div class="app dense">
            <div class="desk at-detail">
                <section class="list-pane">
                    <PageHeader title=say("Queue", "待审核") />
                    <ul class="pane-scroll">{cases.into_iter().enumerate().map(case).collect_view()}</ul>
                </section>
                <main class="case">
                    <PageHeader
                        title="北辰科技（上海）有限公司"
                        subtitle=say("Submitted 6 business days ago", "6 个工作日前提交")
                        back=Signal::stored("#/desk".to_owned())
                    />
                    <div class="case-scroll">
                        <div class="case-pair">
                            <Card title=say("As stated", "申请内容")>
                                <KeyValues>
                                    <KeyValue label=say("Legal name", "企业全称")>"北辰科技（上海）有限公司"</KeyValue>
                                    <KeyValue label=say("Code", "统一社会信用代码")>
                                        <span class="code">"91310000MA1K4BXX7Q"</span>
                                    </KeyValue>
                                    <KeyValue label=say("Valid until", "有效期至")>{intl::day(22_000)}</KeyValue>
                                </KeyValues>
                            </Card>
                            <figure class="case-document">
                                <figcaption>
                                    <span class="cut">{say("Business license", "营业执照")}</span>
                                    <IconButton label=say("Open", "打开") icon=Icon::EXTERNAL small=true on_press=|| () />
                                </figcaption>
                                <EmptyState icon=Icon::DOCUMENT title=say("Opening is logged", "查看会被记录") />
                            </figure>
                        </div>
                    </div>
                    <section class="case-decision">
                        <h2>{say("Decision", "审核决定")}</h2>
<div class="case-acts">                        <Button label=say("Approve", "通过") kind=ButtonKind::Primary icon=Icon::CHECK />
                        <Button label=say("Ask a question", "要求补充") icon=Icon::HELP />
                        <Button label=say("Reject", "驳回") icon=Icon::CLOSE />
</div>                    </section>
                </main>
            </div>
        </div>
    }
    .into_any()
}
