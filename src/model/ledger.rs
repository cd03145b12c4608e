//! Columns of the lists (台账) that are filled in beside the monthly report. The words districts
//! write for them are in `import/ledgers.csv`, those that forms print in `labels`.

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
