//! Columns of the lists (台账) that are filled in beside the monthly report. The words districts
//! write for them are in `import/ledgers.csv`, those that forms print in `labels`.

/// A column of one of the lists.
pub trait LedgerColumn: Copy + PartialEq + 'static {
    /// The list it is a column of.
    const LIST: LedgerName;
    /// How many of the telling columns a header must have to be that of such a list.
    const ENOUGH: usize;

    /// The column of a key.
    fn from_key(key: &str) -> Option<Self>;

    /// Whether only such a list has the column.
    fn is_telling(self) -> bool;

    /// Whether it only numbers the rows.
    fn is_serial(self) -> bool;
}

keyed! {
    /// The lists.
    LedgerName {
        /// 诉求清单
        Appeals = "appeals",
        /// 拟移出
        Exits = "exits",
        /// 答复表
        Replies = "replies",
        /// 办理结果
        Outcomes = "outcomes",
        /// 联系人
        Contacts = "contacts",
        /// 放假安排
        Calendar = "calendar",
        /// 议定事项
        Decisions = "decisions",
        /// 参会人员
        Attendance = "attendance",
    }
}

keyed! {
    /// A list of appeals (诉求清单): one row for each.
    AppealColumn {
        /// 序号
        Serial = "serial",
        /// 项目编号
        Code = "code",
        /// 项目名称
        Name = "name",
        /// 诉求类别
        Category = "category",
        /// 背景情况
        Background = "background",
        /// 问题症结
        Crux = "crux",
        /// 诉求目的
        Purpose = "purpose",
        /// 对象部门, the lead (主办) first where several are named
        Department = "department",
        /// 协办部门
        Assist = "assist",
        /// 解决建议
        Advice = "advice",
        /// 需市级协调
        City = "city",
        /// 紧急程度
        Urgency = "urgency",
        /// 涉及金额
        Amount = "amount",
        /// 提出人
        RaisedBy = "raised_by",
        /// 提出日期
        RaisedOn = "raised_on",
        /// 备注
        Remarks = "remarks",
        /// 诉求编号, of an appeal that was sent back to be completed
        Appeal = "appeal",
        /// 须补充内容, printed on the form beside it
        Lacking = "lacking",
    }
}

keyed! {
    /// A list of projects that a district proposes to take out (拟移出).
    ExitColumn {
        /// 序号
        Serial = "serial",
        /// 项目编号
        Code = "code",
        /// 项目名称
        Name = "name",
        /// 出库原因
        Ground = "ground",
        /// 情况说明
        Reason = "reason",
        /// 并入项目
        Successor = "successor",
        /// 发生日期
        Day = "day",
    }
}

keyed! {
    /// What a department answers (答复表): one row for each appeal.
    ReplyColumn {
        /// 答复部门, whose answer it is
        Department = "department",
        /// 诉求编号
        Appeal = "appeal",
        /// 项目
        Project = "project",
        /// 诉求目的
        Purpose = "purpose",
        /// 主协办
        Role = "role",
        /// 答复类型
        Kind = "kind",
        /// 办理意见
        Opinion = "opinion",
        /// 答复日期
        Day = "day",
        /// 承办人
        Person = "person",
        /// 申请延期至
        Until = "until",
        /// 退单去向
        To = "to",
        /// 理由
        Reason = "reason",
    }
}

keyed! {
    /// What became of appeals (办理结果): one row for each.
    OutcomeColumn {
        /// 序号
        Serial = "serial",
        /// 诉求编号
        Appeal = "appeal",
        /// 项目
        Project = "project",
        /// 办理结果
        Outcome = "outcome",
        /// 说明
        Reason = "reason",
        /// 日期
        Day = "day",
    }
}

impl LedgerColumn for ReplyColumn {
    const LIST: LedgerName = LedgerName::Replies;
    const ENOUGH: usize = 2;

    fn from_key(key: &str) -> Option<Self> {
        ReplyColumn::from_key(key)
    }

    fn is_telling(self) -> bool {
        matches!(self, ReplyColumn::Appeal | ReplyColumn::Kind | ReplyColumn::Opinion)
    }

    fn is_serial(self) -> bool {
        false
    }
}

impl LedgerColumn for OutcomeColumn {
    const LIST: LedgerName = LedgerName::Outcomes;
    const ENOUGH: usize = 2;

    fn from_key(key: &str) -> Option<Self> {
        OutcomeColumn::from_key(key)
    }

    fn is_telling(self) -> bool {
        matches!(self, OutcomeColumn::Appeal | OutcomeColumn::Outcome)
    }

    fn is_serial(self) -> bool {
        self == OutcomeColumn::Serial
    }
}

keyed! {
    /// A list of the people of districts and departments (联系人).
    ContactColumn {
        /// 序号
        Serial = "serial",
        /// 单位: a district or a department
        Party = "party",
        /// 职责
        Role = "role",
        /// 姓名
        Person = "person",
        /// 职务
        Post = "post",
        /// 电话
        Phone = "phone",
        /// 任职日期
        Since = "since",
    }
}

impl LedgerColumn for AppealColumn {
    const LIST: LedgerName = LedgerName::Appeals;
    const ENOUGH: usize = 3;

    fn from_key(key: &str) -> Option<Self> {
        AppealColumn::from_key(key)
    }

    fn is_telling(self) -> bool {
        use AppealColumn::{Advice, Background, Category, Crux, Department, Purpose};
        matches!(self, Category | Background | Crux | Purpose | Department | Advice)
    }

    fn is_serial(self) -> bool {
        self == AppealColumn::Serial
    }
}

impl LedgerColumn for ExitColumn {
    const LIST: LedgerName = LedgerName::Exits;
    const ENOUGH: usize = 2;

    fn from_key(key: &str) -> Option<Self> {
        ExitColumn::from_key(key)
    }

    fn is_telling(self) -> bool {
        matches!(self, ExitColumn::Ground | ExitColumn::Reason | ExitColumn::Successor)
    }

    fn is_serial(self) -> bool {
        self == ExitColumn::Serial
    }
}

impl LedgerColumn for ContactColumn {
    const LIST: LedgerName = LedgerName::Contacts;
    const ENOUGH: usize = 3;

    fn from_key(key: &str) -> Option<Self> {
        ContactColumn::from_key(key)
    }

    fn is_telling(self) -> bool {
        matches!(self, ContactColumn::Party | ContactColumn::Role | ContactColumn::Person)
    }

    fn is_serial(self) -> bool {
        self == ContactColumn::Serial
    }
}

keyed! {
    /// A year's notice of holidays (放假安排): one row for each day.
    CalendarColumn {
        /// 日期
        Date = "date",
        /// 安排: 放假 or 上班
        Kind = "kind",
        /// 名称
        Name = "name",
        /// 来源
        Source = "source",
    }
}

impl LedgerColumn for CalendarColumn {
    const LIST: LedgerName = LedgerName::Calendar;
    const ENOUGH: usize = 2;

    fn from_key(key: &str) -> Option<Self> {
        CalendarColumn::from_key(key)
    }

    fn is_telling(self) -> bool {
        matches!(self, CalendarColumn::Date | CalendarColumn::Kind)
    }

    fn is_serial(self) -> bool {
        false
    }
}

keyed! {
    /// What a meeting decided (议定事项), beside its agenda: one row for each decision.
    DecisionColumn {
        /// 序号
        Serial = "serial",
        /// 议题类别
        Item = "item",
        /// 编号 of the project, appeal or task the item is about
        Subject = "subject",
        /// 名称
        Name = "name",
        /// 议题
        Matter = "matter",
        /// 议定事项
        Decision = "decision",
        /// 责任板块
        Districts = "districts",
        /// 责任部门, the lead first
        Departments = "departments",
        /// 完成时限
        Due = "due",
        /// 议定领导
        Leader = "leader",
        /// 事项编号, of a decision on record
        Task = "task",
        /// 会议, whose sheet it is
        Meeting = "meeting",
    }
}

impl LedgerColumn for DecisionColumn {
    const LIST: LedgerName = LedgerName::Decisions;
    const ENOUGH: usize = 2;

    fn from_key(key: &str) -> Option<Self> {
        DecisionColumn::from_key(key)
    }

    fn is_telling(self) -> bool {
        use DecisionColumn::{Decision, Departments, Districts, Due};
        matches!(self, Decision | Districts | Departments | Due)
    }

    fn is_serial(self) -> bool {
        self == DecisionColumn::Serial
    }
}

keyed! {
    /// Who took part in a meeting (参会人员): one row for each person.
    AttendanceColumn {
        /// 序号
        Serial = "serial",
        /// 姓名
        Person = "person",
        /// 单位
        Body = "body",
        /// 职务
        Post = "post",
        /// 出席, 列席 or 请假
        Presence = "presence",
    }
}

impl LedgerColumn for AttendanceColumn {
    const LIST: LedgerName = LedgerName::Attendance;
    const ENOUGH: usize = 2;

    fn from_key(key: &str) -> Option<Self> {
        AttendanceColumn::from_key(key)
    }

    fn is_telling(self) -> bool {
        matches!(
            self,
            AttendanceColumn::Person | AttendanceColumn::Body | AttendanceColumn::Presence
        )
    }

    fn is_serial(self) -> bool {
        self == AttendanceColumn::Serial
    }
}
