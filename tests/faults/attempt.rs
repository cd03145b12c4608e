//! One point: the fault, then what became of the library, then the command once more.

use crate::content::Content;
use crate::sandbox::Sandbox;
use crate::scene::{Prepared, copies};
use crate::strace::{Call, Fault, inject};

/// A fault at one call of a command.
pub struct Point<'a> {
    pub scene: &'a Prepared,
    pub fault: Fault,
    pub call: Call,
    /// Whether an undisturbed run makes this call.
    pub exists: bool,
}

/// Which of the two the content of a library is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

impl<'a> Point<'a> {
    pub fn hit(scene: &'a Prepared, fault: Fault, call: &Call) -> Point<'a> {
        Point { scene, fault, call: call.clone(), exists: true }
    }

    pub fn beyond(scene: &'a Prepared, fault: Fault, call: &Call) -> Point<'a> {
        Point { scene, fault, call: call.clone(), exists: false }
    }

    /// # Errors
    /// What is wrong.
    pub fn attempt(&self) -> Result<(), String> {
        let Prepared { scene, code, .. } = self.scene;
        let sandbox = self.scene.fresh();
        let (reached, output) = inject(&sandbox, scene.args, self.fault, &self.call);
        let said = String::from_utf8_lossy(&output.stderr).trim_end().to_owned();
        if reached != self.exists {
            return Err(format!(
                "the call was {}reached: {said}",
                if reached { "" } else { "not " }
            ));
        }
        // A copy under its name is whole; an interrupted one never gets it.
        if copies(&sandbox).iter().any(|copy| !self.scene.copies.contains(copy)) {
            return Err("a copy is not whole".to_owned());
        }
        let side = self.side(&sandbox)?;
        match output.status.code() {
            None => {}
            Some(done) if done == *code && side == Side::After => {}
            Some(1) if said.lines().count() == 1 && said.ends_with('。') => {}
            Some(other) => return Err(format!("exit {other}, {side:?}: {said}")),
        }
        self.again(&sandbox, side)
    }

    /// The library opens, `check` finds nothing, and the content is one of the two as a whole.
    fn side(&self, sandbox: &Sandbox) -> Result<Side, String> {
        let Prepared { before, after, library, .. } = self.scene;
        let check = Content::check(sandbox);
        let journal = sandbox.path("t.db-journal").exists();
        let bytes = std::fs::read(sandbox.path("t.db")).ok();
        // The prepared library to the byte says what it said.
        if library.is_some() && bytes == *library && !journal && check == before.check {
            return Ok(Side::Before);
        }
        let content = Content::of(sandbox);
        match content {
            content if content == *after => Ok(Side::After),
            content if content == *before => Ok(Side::Before),
            content => Err(format!(
                "neither as before ({}) nor as after ({})",
                content.against(before),
                content.against(after)
            )),
        }
    }

    /// The library still takes the command, and is then as after it.
    fn again(&self, sandbox: &Sandbox, side: Side) -> Result<(), String> {
        let library = || std::fs::read(sandbox.path("t.db")).ok();
        let found = library();
        let output = sandbox.output(self.scene.scene.args);
        let code = output.status.code();
        // What was done already may be refused (an undo is undone once).
        let taken = code == Some(self.scene.code) || (side == Side::After && code == Some(1));
        if !taken {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("{side:?}, then once more: exit {code:?}: {said}"));
        }
        // What was as after it and has not changed by a byte need not be asked again.
        if side == Side::After && library() == found {
            return Ok(());
        }
        let content = Content::of(sandbox);
        if content == self.scene.after {
            Ok(())
        } else {
            Err(format!("{side:?}, then once more: {}", content.against(&self.scene.after)))
        }
    }
}
