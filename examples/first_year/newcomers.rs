//! Projects that districts apply for in the course of the year. All are invented (均为虚构).

/// One application.
pub struct Newcomer {
    /// Month of the report that names it, counted from March 2020.
    pub turn: usize,
    pub district: usize,
    pub name: &'static str,
    pub investor: &'static str,
    pub origin: &'static str,
    pub group: &'static str,
    pub industry: &'static str,
    /// In 万美元.
    pub total: i64,
    pub planned: i64,
    pub stage: usize,
    /// Key of the basis; none: the standards do not let it in.
    pub basis: &'static str,
}

#[rustfmt::skip]
pub const NEWCOMERS: [Newcomer; 20] = [
    Newcomer { turn: 0, district: 3, name: "翎岑智能座舱项目", investor: "Lingcen Mobility GmbH", origin: "德国", group: "west", industry: "汽车及零部件", total: 12600, planned: 4200, stage: 1, basis: "conference" },
    Newcomer { turn: 0, district: 8, name: "穆澜基因测序仪项目", investor: "Mulanne Genomics Inc.", origin: "美国", group: "west", industry: "生物医药", total: 8600, planned: 2900, stage: 1, basis: "put_forward" },
    Newcomer { turn: 1, district: 0, name: "榉川氢能阀门项目", investor: "榉川工业株式会社", origin: "日本", group: "jk", industry: "新能源", total: 5400, planned: 1800, stage: 0, basis: "put_forward" },
    Newcomer { turn: 1, district: 6, name: "绛帆云制造平台", investor: "绛帆科技（香港）有限公司", origin: "香港", group: "hmt", industry: "软件和信息服务", total: 3200, planned: 1500, stage: 1, basis: "" },
    Newcomer { turn: 2, district: 9, name: "奥瑟兰医用影像项目", investor: "Ostherlan Medical B.V.", origin: "荷兰", group: "west", industry: "生物医药", total: 15000, planned: 6000, stage: 1, basis: "scale" },
    Newcomer { turn: 3, district: 4, name: "旻岸晶圆载具项目", investor: "旻岸半导体株式会社", origin: "韩国", group: "jk", industry: "电子信息", total: 7800, planned: 2600, stage: 1, basis: "put_forward" },
    Newcomer { turn: 3, district: 2, name: "芬格尔轴承座项目", investor: "Fingerholt Technik GmbH", origin: "德国", group: "west", industry: "高端装备", total: 6300, planned: 2100, stage: 1, basis: "put_forward" },
    Newcomer { turn: 4, district: 1, name: "皓岷冷链装备项目", investor: "皓岷国际集团有限公司", origin: "香港", group: "hmt", industry: "高端装备", total: 10000, planned: 3600, stage: 0, basis: "put_forward" },
    Newcomer { turn: 5, district: 5, name: "蕴汐化妆品原料项目", investor: "Yunsea Beauty Pte. Ltd.", origin: "新加坡", group: "other", industry: "新材料", total: 4800, planned: 1900, stage: 1, basis: "put_forward" },
    Newcomer { turn: 5, district: 8, name: "戈兰特航电检测项目", investor: "Gorrant Avionics S.A.S.", origin: "法国", group: "west", industry: "高端装备", total: 21500, planned: 7100, stage: 1, basis: "conference" },
    Newcomer { turn: 6, district: 7, name: "邺庭文旅数字中心", investor: "邺庭文化（香港）有限公司", origin: "香港", group: "hmt", industry: "总部经济", total: 2600, planned: 1200, stage: 0, basis: "" },
    Newcomer { turn: 6, district: 3, name: "坦登激光切管机项目", investor: "Tandemark Laser AG", origin: "瑞士", group: "west", industry: "高端装备", total: 9300, planned: 3100, stage: 1, basis: "put_forward" },
    Newcomer { turn: 7, district: 0, name: "岐砚储氢罐项目", investor: "岐砚能源股份有限公司", origin: "台湾", group: "hmt", industry: "新能源", total: 16800, planned: 5600, stage: 1, basis: "scale" },
    Newcomer { turn: 8, district: 6, name: "索维尔水处理膜项目", investor: "Sovelle Water A/S", origin: "丹麦", group: "west", industry: "新材料", total: 7200, planned: 2400, stage: 1, basis: "put_forward" },
    Newcomer { turn: 8, district: 9, name: "栎汀伺服阀项目", investor: "栎汀精机株式会社", origin: "日本", group: "jk", industry: "高端装备", total: 5600, planned: 1900, stage: 1, basis: "put_forward" },
    Newcomer { turn: 9, district: 4, name: "凡珀纺织数码印花项目", investor: "Vanpoor Textile Ltd", origin: "英国", group: "west", industry: "高端装备", total: 4100, planned: 1300, stage: 0, basis: "put_forward" },
    Newcomer { turn: 9, district: 2, name: "赫恩巴赫车灯项目", investor: "Hernbach Licht GmbH", origin: "德国", group: "west", industry: "汽车及零部件", total: 11800, planned: 3900, stage: 1, basis: "conference" },
    Newcomer { turn: 10, district: 1, name: "霁屿疫苗佐剂项目", investor: "霁屿生物（香港）有限公司", origin: "香港", group: "hmt", industry: "生物医药", total: 13200, planned: 5200, stage: 1, basis: "scale" },
    Newcomer { turn: 10, district: 5, name: "杜兰芯片封测项目", investor: "Duranne Micro Inc.", origin: "美国", group: "west", industry: "电子信息", total: 19400, planned: 6800, stage: 1, basis: "put_forward" },
    Newcomer { turn: 10, district: 8, name: "萤岫光通信模块项目", investor: "萤岫光电株式会社", origin: "日本", group: "jk", industry: "电子信息", total: 8700, planned: 2800, stage: 1, basis: "put_forward" },
];
