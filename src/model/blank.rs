//! Blanks (空): the fields that the text of an official paper may use. What a paper fills in is
//! typed (`view/official`); how a blank is called in a template is in `labels`.

keyed! {
    /// One field of a template.
    Blank {
        // the paper itself
        Addressee = "addressee",
        Office = "office",
        Signature = "signature",
        Contact = "contact",
        Phone = "phone",
        Dated = "dated",
        // a letter
        LetterNumber = "letter_number",
        LetterCode = "letter_code",
        Round = "round",
        MeetingName = "meeting_name",
        MeetingDay = "meeting_day",
        AppealCount = "appeal_count",
        ProjectCount = "project_count",
        LeadCount = "lead_count",
        AssistCount = "assist_count",
        ReplyDue = "reply_due",
        Attachment = "attachment",
        AppealList = "appeals",
        // an appeal
        Number = "number",
        AppealCode = "appeal_code",
        ProjectName = "project_name",
        District = "district",
        Investors = "investors",
        Category = "category",
        Urgency = "urgency",
        Background = "background",
        Problem = "problem",
        Purpose = "purpose",
        Targets = "targets",
        Suggestion = "suggestion",
        Role = "role",
        LeadDepartment = "lead_department",
        AssistDepartments = "assist_departments",
        GovernedBy = "governed",
        Provisional = "provisional",
    }
}
