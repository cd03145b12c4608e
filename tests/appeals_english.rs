//! A month of appeals as someone plays it who works in English, done and refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox;

use sandbox::Sandbox;

const PROJECTS: &str = "Project name,Total investment (10k USD),Stage,Basis
Example One,15000,In negotiation,conference
Example Two,8000,In negotiation,Put forward to the city
Example Three,9000,In negotiation,Put forward to the city
";

const LIST: &str = "No.,Project name,Category,Background,Problem,What is asked for,Department,Assisting departments,Proposal,Needs the city,Urgency,Amount at stake (10k USD),Raised by,Raised on
1,Example One,land,The first phase is in production and the second needs eighty mu,No quota of land for the second phase,A quota of eighty mu for the second phase,resources,xincheng,Under 《Example Measures》 enter it in the plan of the year,yes,normal,15000,A. Example,2020-03-02
2,Example Two,financing,Building goes on and needs sixty million yuan,Credit cut,Credit of sixty million yuan to be restored,finance,,Under 《Example Notice》 extend the loan,yes,normal,850,B. Example,2020-03-02
3,Example Three,customs,Equipment worth thirty million dollars arrives in seven lots,Inspection out of order stops work ten days each time,Inspection by appointment and in one place,customs,,Under 《Example Announcement》 inspect in one place,yes,urgent,3000,C. Example,2020-03-02
";

const OUTCOMES: &str = "Appeal,Project,Outcome,Explanation,Day
SQ2020-0001,Example One,path,in the plan of the year,2020-03-20
SQ2020-0002,Example Two,solved,credit restored,2020-03-20
SQ2020-0003,Example Three,refused,,2020-03-20
";

/// One day after another: the day, then its commands, words parted by `|`.
const DAYS: &str = "\
=== 2020-03-02
init|-q
import|kunshan.csv|--month|2020-02|--district|kunshan|--admit|-q
contact|set|resources|--role|lead|--person|Ms Example
contact|set|resources|--role|officer|--person|Mr Example
=== 2020-03-04
appeal|log|--from|appeals.csv|--district|kunshan
appeal|list
letter|draft|--round|2020-03|--appeal|SQ2020-0002
letter|draft|--round|2020-03|--appeal|SQ2020-0009
letter|list|--round|2020-05
letter|sent|--round|2020-03|--number|1
appeal|close|SQ2020-0002
appeal|send-back|SQ2020-0002|--reason|say why the credit was cut
appeal|send-back|SQ2020-0002|--reason|again
=== 2020-03-05
feedback|--district|kunshan
letter|draft|--round|2020-03|--appeal|SQ2020-0002|--override|the firm runs dry|--approved-by|Example Leader
letter|draft|--round|2020-03|--all|--meeting|2020-03-27
letter|draft|--round|2020-03|--all
letter|sent|--round|2020-03|--number|3
letter|sent|HD2020-0001|--number|4
letter|sent|HD2020-0099|--number|4
=== 2020-03-06
appeal|return|SQ2020-0003|--department|resources|--reason|not ours
appeal|return|SQ2020-0001|--department|xincheng|--to|approval|--reason|not ours
letter|draft|--round|2020-03|--department|approval
letter|sent|HD2020-0005|--number|5
contact|set|resources|--role|lead|--person|Mrs Example
=== 2020-03-10
appeal|remind
appeal|remind|--sent
=== 2020-03-18
appeal|remind|--department|resources|--sent|--fail-overdue
appeal|extend|SQ2020-0001|--department|resources|--until|2020-03-20|--reason|the province is asked
appeal|extend|SQ2020-0001|--department|resources|--until|2020-03-10|--reason|the province is asked
appeal|close|SQ2020-0001
appeal|reply|SQ2020-0001|--opinion|in the plan
=== 2020-03-20
appeal|reply|SQ2020-0001|--department|resources|--opinion|in the plan of the year|--person|Mr Example
appeal|reply|SQ2020-0002|--department|finance|--opinion|credit restored
appeal|reply|SQ2020-0009|--department|resources|--opinion|in the plan
appeal|outcome|--from|outcomes.csv
appeal|outcome|--from|outcomes.csv|--accept-valid
appeal|outcome|SQ2020-0001|--outcome|perhaps
appeal|escalate|SQ2020-0003|--reason|needs the Party secretary
appeal|close|SQ2020-0001|SQ2020-0002
appeal|satisfaction|SQ2020-0003|--rating|satisfied
=== 2020-03-24
appeal|reopen|SQ2020-0001|--reason|the firm has not got it
appeal|close|SQ2020-0001
appeal|outcome|SQ2020-0001|--outcome|solved|--reason|the quota came
appeal|close|SQ2020-0001
appeal|satisfaction|SQ2020-0001|--rating|mostly|--person|A. Example
appeal|withdraw|SQ2020-0001|--reason|mistaken
remove|Example Three|--ground|terminated|--reason|the investor withdrew
appeal|reopen|SQ2020-0003|--reason|mistaken
appeal|show|SQ2020-0001
letter|list
summary|appeals
summary|department|--department|resources
calendar|show|--year|2019
calendar|show|--year|2031
calendar|import|nothing.csv
calendar|import|spoiled.csv
calendar|import|holidays.csv
log|--project|Example One
check";

#[test]
fn a_month_of_appeals_in_english() {
    let mut sandbox = Sandbox::new("en");
    sandbox.write("kunshan.csv", PROJECTS.as_bytes());
    sandbox.write("appeals.csv", LIST.as_bytes());
    sandbox.write("outcomes.csv", OUTCOMES.as_bytes());
    sandbox.write("nothing.csv", b"a,b\n1,2\n");
    for (name, kind) in [("spoiled.csv", "perhaps"), ("holidays.csv", "off")] {
        let notice = format!("Date,Kind,Name,Source\n2027-01-01,{kind},New Year,Example Notice\n");
        sandbox.write(name, notice.as_bytes());
    }
    let mut sessions = Vec::new();
    for line in DAYS.lines() {
        if let Some(day) = line.strip_prefix("=== ") {
            sandbox.today = day;
            sessions.push(line.to_owned());
        } else {
            sessions.push(sandbox.session(&line.split('|').collect::<Vec<_>>()));
        }
    }
    insta::assert_snapshot!(sessions.join("\n\n"));
}
