//! Commands that change the library, as the log keeps them.

keyed! {
    /// What was done: the key of the command an operation came from.
    CommandName {
        Init = "init",
        /// The library of an older program was brought up to date.
        Upgrade = "upgrade",
        DistrictSet = "district set",
        DistrictLearn = "district learn",
        DepartmentSet = "department set",
        ContactSet = "contact set",
        ContactImport = "contact import",
        RateSet = "rate set",
        Add = "add",
        Update = "update",
        Rename = "rename",
        Merge = "merge",
        Split = "split",
        Remove = "remove",
        Readmit = "readmit",
        ScreenAdmit = "screen admit",
        ScreenReturn = "screen return",
        RulesSet = "rules set",
        RulesExcuse = "rules excuse",
        Import = "import",
        ReportsNil = "reports nil",
        AppealLog = "appeal log",
        AppealTake = "appeal take",
        AppealSendBack = "appeal send-back",
        AppealReply = "appeal reply",
        AppealOutcome = "appeal outcome",
        AppealExtend = "appeal extend",
        AppealReturn = "appeal return",
        AppealEscalate = "appeal escalate",
        AppealClose = "appeal close",
        AppealReopen = "appeal reopen",
        AppealWithdraw = "appeal withdraw",
        AppealSatisfaction = "appeal satisfaction",
        AppealRemind = "appeal remind",
        LetterDraft = "letter draft",
        LetterSent = "letter sent",
        CalendarImport = "calendar import",
        CategorySet = "category set",
        SettingSet = "setting set",
        MeetingPlan = "meeting plan",
        MeetingMove = "meeting move",
        MeetingCancel = "meeting cancel",
        /// 会前版
        MeetingFreeze = "meeting freeze",
        MeetingDecide = "meeting decide",
        /// 会后版
        MeetingClose = "meeting close",
        /// The papers of a meeting were handed out.
        Pack = "pack",
        TaskLog = "task log",
        TaskProgress = "task progress",
        TaskDone = "task done",
        ActivityLog = "activity log",
        Undo = "undo",
        Redo = "redo",
    }
}

impl CommandName {
    /// Whether `undo` can take it back: what made or upgraded the library stands, an undo is taken
    /// back by `redo`, and what was on the table of a meeting, or handed out, stays so.
    pub const fn can_be_undone(self) -> bool {
        !matches!(
            self,
            CommandName::Init
                | CommandName::Upgrade
                | CommandName::MeetingFreeze
                | CommandName::MeetingClose
                | CommandName::Pack
                | CommandName::Undo
                | CommandName::Redo
        )
    }
}
