// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/note_editor.h"

#include "tests/support/catch.h"

#include <QPlainTextEdit>
#include <QTest>

using ui::findings::NoteEditor;
namespace journal = model::journal;

namespace {

struct Editor {
    Editor()
    {
        QObject::connect(&editor, &NoteEditor::noteDecided, &editor,
                         [this](const journal::Decision &decision) { decisions.push_back(decision); });
        editor.show(QStringLiteral("Note on the case"), model::WholeCase(), std::nullopt);
    }
    void write(const QString &text)
    {
        field()->setPlainText(text);
        QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier);
    }
    QPlainTextEdit *field() { return editor.findChild<QPlainTextEdit *>(QStringLiteral("noteText")); }

    NoteEditor editor{QStringLiteral("note")};
    std::vector<journal::Decision> decisions;
};

} // namespace

TEST_CASE("a note is added once, then changed, then taken away")
{
    Editor made;
    made.write(QStringLiteral("ask the lawyer"));
    made.write(QStringLiteral("ask the lawyer"));
    made.write(QStringLiteral("asked"));
    made.write({});
    REQUIRE(made.decisions.size() == 3);
    const auto &added = std::get<journal::AddNote>(made.decisions[0].changes.front());
    CHECK(added.note.text == QStringLiteral("ask the lawyer"));
    CHECK(std::get<journal::ChangeNote>(made.decisions[1].changes.front()).note == added.note.id);
    CHECK(std::get<journal::RemoveNote>(made.decisions[2].changes.front()).note == added.note.id);
}

TEST_CASE("going on to another thing keeps what was typed on the one before")
{
    Editor made;
    made.field()->setPlainText(QStringLiteral("half a thought"));
    made.editor.show(QStringLiteral("Note on a tag"), model::TagId::create(), std::nullopt);
    REQUIRE(made.decisions.size() == 1);
    CHECK(std::get<journal::AddNote>(made.decisions[0].changes.front()).note.target ==
          model::NoteTarget(model::WholeCase()));
    CHECK(made.field()->toPlainText().isEmpty());
    made.editor.clear();
    CHECK_FALSE(made.field()->isEnabled());
}

TEST_CASE("a note that could not be written stays in the field, and is added when the field is left again")
{
    Editor made;
    made.write(QStringLiteral("ask the lawyer"));
    made.editor.takeBack();
    made.editor.show(QStringLiteral("Note on the case"), model::WholeCase(), std::nullopt);
    CHECK(made.field()->toPlainText() == QStringLiteral("ask the lawyer"));
    made.write(QStringLiteral("ask the lawyer"));
    REQUIRE(made.decisions.size() == 2);
    CHECK(std::holds_alternative<journal::AddNote>(made.decisions[1].changes.front()));
}
