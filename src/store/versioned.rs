//! The statements every noun is written with: static text, its columns named once.

/// The static statements of one table of versions.
pub(super) struct Noun {
    pub table: &'static str,
    /// The columns of its content, in the order in which they are bound.
    pub columns: &'static [&'static str],
    /// The current version of `?1`, and the operation from which it holds.
    pub find: &'static str,
    /// Ends version `?1` with operation `?2`.
    pub close: &'static str,
    /// Inserts a version: `:id`, the columns, `:src`, `:src_row`, `:op`, `:seal`.
    pub insert: &'static str,
    /// Replaces the content of a version: the columns, `:src`, `:src_row`, `:seal`, `:v`.
    pub replace: &'static str,
}

/// `noun!("rate_v": "currency", "month")` binds `:currency`, `:month` and the bookkeeping columns.
macro_rules! noun {
    ($table:literal : $($column:literal),+ $(,)?) => {
        $crate::store::versioned::Noun {
            table: $table,
            columns: &[$(concat!(":", $column)),+],
            find: concat!(
                "SELECT v, since FROM ", $table, " WHERE id = ?1 AND until = 9223372036854775807"
            ),
            close: concat!("UPDATE ", $table, " SET until = ?2 WHERE v = ?1"),
            insert: concat!(
                "INSERT INTO ", $table, " (id", $(", ", $column,)+
                ", src, src_row, since, until, author, seal) VALUES (:id", $(", :", $column,)+
                ", :src, :src_row, :op, 9223372036854775807, :op, :seal)"
            ),
            replace: concat!(
                "UPDATE ", $table, " SET ", $($column, " = :", $column, ", ",)+
                "src = :src, src_row = :src_row, seal = :seal WHERE v = :v"
            ),
        }
    };
}

/// The static statements of a table of codes.
pub(super) struct Codes {
    pub find: &'static str,
    pub make: &'static str,
    /// The highest number used behind a prefix of seven characters, `XM2020-`.
    pub last: &'static str,
}

/// `codes!("rate_id")`: find or make the identity of a code.
macro_rules! codes {
    ($table:literal) => {
        $crate::store::versioned::Codes {
            find: concat!("SELECT id FROM ", $table, " WHERE code = ?1"),
            make: concat!("INSERT INTO ", $table, " (code) VALUES (?1)"),
            last: concat!(
                "SELECT coalesce(max(CAST(substr(code, 8) AS INTEGER)), 0) FROM ",
                $table,
                " WHERE substr(code, 1, 7) = ?1"
            ),
        }
    };
}
