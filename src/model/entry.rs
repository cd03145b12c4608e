//! 入库依据: the grounds on which a project is in the library.

keyed! {
    /// Grounds for entry (MECHANISM §2.1: any one of them suffices).
    Basis {
        /// 签约大会
        Conference = "conference",
        /// 提请市级推动
        PutForward = "put_forward",
        /// 达到规模
        Scale = "scale",
        /// 指定
        Designated = "designated",
    }
}

keyed! {
    /// How alike a project is to one already known (MECHANISM §6, 查重).
    Likeness {
        /// Same normalised name and the same investor: 同一项目.
        Same = "same",
        /// Near-identical name and the same investor, or the same name in the same district: 高度相似.
        Strong = "strong",
        /// Near-identical name and an amount within the tolerance: 疑似重复.
        Possible = "possible",
        /// Near-identical name only; a remark, never a refusal: 名称相近.
        Slight = "slight",
    }
}

impl Likeness {
    /// Whether this level stops an entry unless overridden.
    pub const fn blocks(self) -> bool {
        !matches!(self, Likeness::Slight)
    }
}
