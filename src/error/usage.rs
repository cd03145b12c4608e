//! Which refusals are of the command line itself, and where a refusal lies.

use super::{Kind, Place, Refusal};

impl Kind {
    /// Names the place.
    pub fn at(self, place: Place) -> Refusal {
        Refusal { kind: self, place }
    }

    /// Whether the command line itself was wrong (exit 2), rather than what it asked for.
    pub const fn is_usage(&self) -> bool {
        matches!(
            self,
            Kind::Usage { .. }
                | Kind::BadDay { .. }
                | Kind::BadMonth { .. }
                | Kind::UnknownChoice { .. }
                | Kind::FormatUnknown { .. }
                | Kind::FormatNeedsFile { .. }
                | Kind::BoardNeedsFile
                | Kind::SheetEnding { .. }
                | Kind::NothingGiven
                | Kind::OverrideNeedsApprover
                | Kind::Required { .. }
                | Kind::BadPair { .. }
                | Kind::OneAtATime { .. }
                | Kind::FormNeedsFile { .. }
                | Kind::AsOfWrites
                | Kind::BlankReason
                | Kind::MonthsBackwards { .. }
                | Kind::SuccessorNeeded
                | Kind::BadThreshold { .. }
                | Kind::UnknownRule { .. }
                | Kind::UnknownEncoding { .. }
        )
    }
}
