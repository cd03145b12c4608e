//! The statements every noun is written with: static text, its columns named once.

/// The static statements of one table of versions.
pub(super) struct Noun {
    pub table: &'static str,
    /// Closes the current version of `:id`, if an earlier operation wrote it.
    pub close: &'static str,
    /// Inserts a version; where the same operation already wrote one, replaces its content.
    pub insert: &'static str,
}

/// `noun!("rate_v": "currency", "month")` binds `:id`, `:currency`, `:month` and the bookkeeping
/// columns `:src`, `:src_row`, `:op`, `:seal`.
macro_rules! noun {
    ($table:literal : $($column:literal),+ $(,)?) => {
        $crate::store::versioned::Noun {
            table: $table,
            close: concat!(
                "UPDATE ", $table,
                " SET until = :op WHERE id = :id AND until = 9223372036854775807 AND since < :op"
            ),
            insert: concat!(
                "INSERT INTO ", $table, " (id", $(", ", $column,)+
                ", src, src_row, since, until, author, seal) VALUES (:id", $(", :", $column,)+
                ", :src, :src_row, :op, 9223372036854775807, :op, :seal)",
                " ON CONFLICT (id) WHERE until = 9223372036854775807 DO UPDATE SET",
                " src = excluded.src, src_row = excluded.src_row, seal = excluded.seal",
                $(", ", $column, " = excluded.", $column,)+
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
