//! The papers of a meeting (会议材料): which there are, and the words they alone use.

keyed! {
    /// One paper of the set, in the order of the folder.
    PackPaper {
        /// 会议通知
        Notice = "notice",
        /// 参会名单
        Roster = "roster",
        /// 签到表
        SignIn = "sign_in",
        /// 会议议程
        Agenda = "agenda",
        /// 主持人简报: the chair's one page
        Brief = "brief",
        /// 情况汇总表
        Status = "status",
        /// 诉求清单（按部门）
        Appeals = "appeals",
        /// 项目卡片: 一项一表
        Cards = "cards",
        /// 决定事项落实情况
        FollowUp = "follow_up",
        /// 各板块汇报, of a 点评会
        Districts = "districts",
        /// 大项目突破, of a 点评会
        Breakthrough = "breakthrough",
        /// 议定事项和办理结果登记表: to be filled in and read back
        Outcomes = "outcomes",
        /// 会议纪要
        Minutes = "minutes",
        /// 任务单, one page for each unit responsible
        TaskSheets = "task_sheets",
    }
}

keyed! {
    /// Headings and words that stand in these papers alone.
    PackWord {
        /// 主持
        Chair = "chair",
        /// 市政府分管领导, of a 督办会
        ViceMayor = "vice_mayor",
        /// 市委主要领导, of a 点评会
        Secretary = "secretary",
        /// 市商务局
        Bureau = "bureau",
        /// 组织单位
        Organiser = "organiser",
        /// 板块
        DistrictSeat = "district_seat",
        /// 部门
        DepartmentSeat = "department_seat",
        /// 参会类别
        SeatKind = "seat_kind",
        /// 待报: nobody is named yet
        ToBeNamed = "to_be_named",
        /// 签到
        Signature = "signature",
        /// 答复意见
        Opinion = "opinion",
        /// ● under the stage a project stands at
        Mark = "mark",
        /// 批次
        IssueNumber = "issue_number",
        /// 印发日期
        IssuedOn = "issued_on",
        /// 校验值
        Hash = "hash",
        /// 字节数
        Size = "size",
    }
}
