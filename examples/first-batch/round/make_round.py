#!/usr/bin/env python3
"""Writes the first round of appeals (March 2020) for the projects of the first batch: ten districts' lists,
fifteen departments' replies, one sheet of outcomes, the contacts, and the truth they were made from. Run
`python3 make_round.py` after `make.py`; the same bytes come out every time. Standard library only."""

import csv
import io
import json
import sys
from datetime import date, timedelta
from pathlib import Path

sys.dont_write_bytecode = True
import texts  # noqa: E402

HERE = Path(__file__).resolve().parent
ROUND, SENT, ANSWERED, MET = "2020-03", date(2020, 3, 9), date(2020, 3, 11), date(2020, 3, 12)
DISTRICTS = {
    "张家港市": "zhangjiagang", "常熟市": "changshu", "太仓市": "taicang", "昆山市": "kunshan", "吴江区": "wujiang",
    "吴中区": "wuzhong", "相城区": "xiangcheng", "姑苏区": "gusu", "苏州工业园区": "sip", "苏州高新区": "snd"}
# Key of a department, and how districts write it, in turn.
DEPARTMENTS = {
    "发改": ("development", "市发改委 发改委 市发展改革委"), "工信": ("industry", "市工信局 工信局"),
    "金融": ("finance", "市地方金融监管局 市金融局"), "资规": ("resources", "市资规局 市自然资源和规划局 资规局"),
    "生态环境": ("ecology", "市生态环境局 生态环境局"), "外管": ("forex", "外管局 国家外汇管理局苏州市中心支局"),
    "应急管理": ("emergency", "市应急管理局 应急局"), "电力": ("power", "供电公司 市供电公司"),
    "住建": ("housing", "市住建局 住建局"), "交通运输": ("transport", "市交通运输局 市交通局"),
    "海关": ("customs", "苏州海关 海关"), "税务": ("tax", "市税务局 税务局"), "科技": ("science", "市科技局 科技局"),
    "行政审批": ("approval", "市行政审批局 行政审批局"), "新城投资": ("xincheng", "新城投资公司 新城投资")}
CATEGORIES = dict(zip(
    "土地指标 能耗指标 规划调整 环评审批 建设审批 产能审批 人才签证 通关便利 资金管理 融资 税收 其他".split(),
    "land energy planning environment construction capacity visa customs funds financing tax other".split()))
# In the order in which a project takes the outcome of its appeals: the first that any of them has.
OUTCOMES = dict(zip("提交点评会 办理中 不予支持 对上争取 方案或政策意见 明确途径 已解决".split(),
                    "escalated pending refused higher plan path solved".split()))
CLASSES = {"solved_or_path": ("solved", "path"), "plan_or_higher": ("plan", "higher"), "escalated": ("escalated",)}
ENCODINGS = dict(zip(DISTRICTS, "utf-8-sig gbk utf-8 gb18030 utf-16 gbk utf-8-sig gbk utf-8-sig gbk".split()))
BY_CODE = ("昆山市", "吴中区")  # these name a project by its code as well
BARE = ("太仓市", "相城区")  # these send a table without a title
NOTE = "示例：所有内容均为虚构"

LIST = ("序号 项目名称 诉求类别 背景情况 问题症结 诉求目的 对象部门 协办部门 解决建议 需市级协调 紧急程度 "
        "涉及金额（万美元） 提出人 提出日期").split()
REPLY = "诉求编号 项目 诉求目的 主协办 答复类型 办理意见 答复日期 承办人 申请延期至 退单去向 理由".split()
OUTCOME = "诉求编号 项目 办理结果 说明 日期".split()
CONTACT = "单位 职责 姓名 电话 任职日期".split()


# --- the appeals as the program should know them --------------------------------------------------

def known():
    """The appeals in the order of the files, with the codes that a new library gives."""
    projects = json.loads((HERE.parent / "projects.json").read_text(encoding="utf-8"))
    place = {project["id"]: number for number, project in enumerate(projects, 1)}
    appeals = []
    for number, text in enumerate(texts.appeals(), 1):
        project = projects[place[text["project"]] - 1]
        raised = date(2020, 3, 2) + timedelta(number % 5)
        appeals.append({
            **text, "code": f"SQ2020-{number:04}", "project_code": f"XM2020-{place[text['project']]:04}",
            "name": project["name"], "district": project["district"], "raised": raised})
    assert [a["project"] for a in appeals] == sorted(a["project"] for a in appeals)
    return appeals


def written(department, turn):
    """A department as a district writes it."""
    names = DEPARTMENTS[department][1].split()
    return names[turn % len(names)]


def day(moment, turn):
    """A date in one of the forms that districts use."""
    forms = ("{0}-{1:02}-{2:02}", "{0}年{1}月{2}日", "{0}/{1}/{2}", "{0}.{1}.{2}")
    return forms[turn % len(forms)].format(moment.year, moment.month, moment.day)


# --- files ----------------------------------------------------------------------------------------

def district_list(district, appeals):
    """诉求清单 of one district."""
    turn = list(DISTRICTS).index(district)
    person = texts.people(texts.DISTRICT_PEOPLE)[district][1]
    head = [*LIST]
    if district in BY_CODE:
        head.insert(1, "项目编号")
    rows = []
    for serial, appeal in enumerate(appeals, 1):
        lead, *assist = (written(department, turn) for department in appeal["ask"])
        row = {
            "序号": str(serial), "项目编号": appeal["project_code"], "项目名称": appeal["name"],
            "诉求类别": appeal["category"], "背景情况": appeal["back"], "问题症结": appeal["crux"],
            "诉求目的": appeal["aim"], "对象部门": lead, "协办部门": "、".join(assist),
            "解决建议": appeal["advice"], "需市级协调": "是", "紧急程度": appeal.get("urgent", "一般"),
            "涉及金额（万美元）": appeal["stake"], "提出人": person, "提出日期": day(appeal["raised"], turn)}
        rows.append([row[column] for column in head])
    titles = [] if district in BARE else [
        [f"{district}重点外资项目服务诉求清单（{NOTE}）"],
        [f"填报单位（盖章）：{district}商务局  填报人：{person}  填报时间：2020年3月6日"]]
    return [*titles, head, *rows]


def reply_form(department, appeals):
    """The form that went with the letter, as the department filled it in."""
    person = texts.people(texts.DEPARTMENT_PEOPLE)[department][1]
    rows = []
    for appeal in appeals:
        if department in appeal["ask"]:
            place = appeal["ask"].index(department)
            rows.append([appeal["code"], appeal["name"], appeal["aim"], "协办" if place else "主办", "答复",
                         appeal["reply"][place], ANSWERED.isoformat(), person, "", "", ""])
    return [[f"诉求办理答复表（{department}）（{NOTE}）"], REPLY, *rows]


def outcome_sheet(appeals):
    """What the meeting of 12 March noted of each appeal."""
    rows = [[a["code"], a["name"], *a["end"], MET.isoformat()] for a in appeals]
    return [[f"重点外资项目推进调度督办会诉求办理结果（{NOTE}）"], OUTCOME, *rows]


def contact_sheet():
    """分管负责人 and 联络员 of the districts, 分管负责人 and 工作责任人 of the departments."""
    rows = [[f"重点外资项目推进工作联系人（{NOTE}）"], CONTACT]
    tables = ((texts.DISTRICT_PEOPLE, "联络员"), (texts.DEPARTMENT_PEOPLE, "工作责任人"))
    for table, second in tables:
        for body, pair in texts.people(table).items():
            for role, person in zip(("分管负责人", second), pair):
                rows.append([body, role, person, f"0512-{len(rows):08}", "2020-03-01"])
    return rows


def encode(rows, encoding="utf-8-sig"):
    """The bytes of a file: commas and CRLF, but LF in plain UTF-8 and tabs in UTF-16."""
    width = max(len(row) for row in rows)
    text = io.StringIO()
    csv.writer(text, delimiter="\t" if encoding == "utf-16" else ",",
               lineterminator="\n" if encoding == "utf-8" else "\r\n",
               ).writerows(row + [""] * (width - len(row)) for row in rows)
    if encoding == "utf-16":
        return b"\xff\xfe" + text.getvalue().encode("utf-16-le")
    return text.getvalue().encode(encoding)


def files(appeals):
    """{path: bytes} of everything a clerk receives."""
    found = {}
    for number, district in enumerate(DISTRICTS, 1):
        own = [appeal for appeal in appeals if appeal["district"] == district]
        found[f"诉求清单/{number:02}{district}诉求清单.csv"] = encode(district_list(district, own), ENCODINGS[district])
    for number, department in enumerate(DEPARTMENTS, 1):
        form = reply_form(department, appeals)
        found[f"答复表/{number:02}{department}答复表.csv"] = encode(form, "gbk" if number % 3 == 0 else "utf-8-sig")
    found["办理结果.csv"] = encode(outcome_sheet(appeals))
    found["联系人.csv"] = encode(contact_sheet())
    return found


# --- the truth --------------------------------------------------------------------------------------

def project_outcome(appeals):
    """The first outcome in the order of precedence that any of a project's appeals has."""
    keys = [OUTCOMES[appeal["end"][0]] for appeal in appeals]
    return next(key for key in OUTCOMES.values() if key in keys)


def counts(appeals):
    """Appeals and projects, by outcome and by class of outcomes, the rest apart."""
    projects = {}
    for appeal in appeals:
        projects.setdefault(appeal["project_code"], []).append(appeal)
    of_projects = [project_outcome(own) for own in projects.values()]
    of_appeals = [OUTCOMES[appeal["end"][0]] for appeal in appeals]

    def both(*keys):
        return {"appeals": sum(o in keys for o in of_appeals), "projects": sum(o in keys for o in of_projects)}

    rest = [key for key in OUTCOMES.values() if not any(key in keys for keys in CLASSES.values())]
    return {
        "appeals": len(appeals), "projects": len(projects),
        "classes": {**{name: both(*keys) for name, keys in CLASSES.items()}, "remainder": both(*rest)},
        "outcomes": {key: both(key) for key in OUTCOMES.values()}}


def workdays(start, end):
    """Working days after `start` up to `end`; no holiday falls into this week."""
    return sum((start + timedelta(n)).weekday() < 5 for n in range(1, (end - start).days + 1))


def department_counts(appeals, department):
    """件次 of a department: as lead, as assistant, answered."""
    asked = [a for a in appeals if department in a["ask"]]
    lead = sum(a["ask"][0] == department for a in asked)
    return {"asked": len(asked), "lead": lead, "assist": len(asked) - lead, "answered": len(asked),
            "workdays": workdays(SENT, ANSWERED) * len(asked)}


def truth(appeals):
    """Every figure of the first round, and the appeals behind them."""
    departments = {key: department_counts(appeals, name) for name, (key, _) in DEPARTMENTS.items()}
    rows = [{
        "code": a["code"], "project": a["project_code"], "district": DISTRICTS[a["district"]],
        "category": CATEGORIES[a["category"]], "departments": [DEPARTMENTS[d][0] for d in a["ask"]],
        "outcome": OUTCOMES[a["end"][0]], "urgent": a.get("urgent") == "紧急",
        "amount_cents": round(float(a["stake"]) * 1_000_000)} for a in appeals]
    return {
        "round": ROUND, "sent": SENT.isoformat(), "answered": ANSWERED.isoformat(), "met": MET.isoformat(),
        "overall": counts(appeals),
        "asked": sum(d["asked"] for d in departments.values()), "distinct": len(appeals),
        "departments": departments,
        "categories": {key: counts([a for a in appeals if a["category"] == name]) for name, key in CATEGORIES.items()},
        "districts": {key: counts([a for a in appeals if a["district"] == name]) for name, key in DISTRICTS.items()},
        "carry_over": {"2020-02": [0, 0, 0, 0, 0, 0], "2020-03": [0, len(appeals), 0, 0, 0, len(appeals)]},
        "appeals": rows}


def check(found, truth_of):
    """The figures of the source, and that each text passes the five tests as a reader would hold them."""
    overall = truth_of["overall"]
    assert (overall["appeals"], overall["projects"]) == (37, 25)
    assert list(overall["classes"].values()) == [
        {"appeals": 21, "projects": 14}, {"appeals": 15, "projects": 10}, {"appeals": 1, "projects": 1},
        {"appeals": 0, "projects": 0}]
    assert truth_of["asked"] == 51 and all(d["lead"] for d in truth_of["departments"].values())
    assert all(c["appeals"] for part in ("categories", "districts") for c in truth_of[part].values())
    for appeal in found:
        assert len(appeal["reply"]) == len(appeal["ask"]) and appeal["end"][0] in OUTCOMES
        assert min(len(appeal[key]) for key in ("back", "crux", "aim", "advice")) >= 20, appeal["code"]
        assert any(c.isdigit() for c in appeal["aim"]) and ("《" in appeal["advice"] or "〔" in appeal["advice"]
                                                            or "依据" in appeal["advice"]), appeal["code"]
    for column in ("back", "crux", "aim", "advice"):
        assert len({appeal[column] for appeal in found}) == 37, column


def read_back(found):
    """The files say what they were made from: every appeal once, every department asked answers."""
    listed, replied = [], []
    for path, content in found.items():
        encoding = ENCODINGS[path[7:-8]] if path.startswith("诉求清单") else "gbk" if content[:3] != b"\xef\xbb\xbf" else "utf-8-sig"
        text = content.decode(encoding)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t" if encoding == "utf-16" else ","))
        assert len({len(row) for row in rows}) == 1, path
        if path.startswith("诉求清单"):
            listed += [row[-9] for row in rows if row[0].isdigit()]
        elif path.startswith("答复表"):
            replied += [row[0] for row in rows if row[0].startswith("SQ")]
    assert len(listed) == len(set(listed)) == 37 and len(replied) == 51 and len(set(replied)) == 37


def main():
    """Writes everything, then checks it."""
    appeals = known()
    found, figures = files(appeals), truth(appeals)
    check(appeals, figures)
    read_back(found)
    for path, content in found.items():
        (HERE / path).parent.mkdir(exist_ok=True)
        (HERE / path).write_bytes(content)
    text = json.dumps(figures, ensure_ascii=False, indent=1)
    (HERE / "truth.json").write_bytes((text + "\n").encode())
    print(json.dumps(figures["overall"], ensure_ascii=False))


if __name__ == "__main__":
    main()
