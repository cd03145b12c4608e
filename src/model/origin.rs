//! 外资来源地: where the capital comes from, and the groups the source reports.

keyed! {
    /// The origin groups of the source (港台 / 欧美 / 日韩 / 其他).
    OriginGroup {
        /// 港台
        HongKongTaiwan = "hmt",
        /// 欧美
        West = "west",
        /// 日韩
        JapanKorea = "jk",
        /// 其他
        Other = "other",
    }
}

/// A country or region as the library knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// ISO 3166 alpha-2 code, e.g. `HK`.
    pub key: String,
    pub name: String,
    pub english: String,
    pub group: OriginGroup,
    /// Other ways it is written.
    pub aliases: Vec<String>,
}
