// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/learned_box.h"

#include "model/session/learned_file.h"
#include "model/session/learning.h"
#include "ui/common/prompts.h"

#include <QCheckBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::settings {

using model::session::CaseFile;
using model::session::CaseSession;
using model::session::LearningState;

namespace {

QString stateText(const LearningState &state)
{
    const QString passages = state.passages == 1
                                 ? LearnedBox::tr("1 passage")
                                 : LearnedBox::tr("%Ln passages", nullptr, static_cast<int>(state.passages));
    const QString documents = state.documents == 1
                                  ? LearnedBox::tr("1 document")
                                  : LearnedBox::tr("%Ln documents", nullptr, static_cast<int>(state.documents));
    QStringList sentences;
    if (state.passages == 0 && state.documents == 0)
        sentences +=
            LearnedBox::tr("Nothing was learned in this case yet. Each suggestion that you accept or reject, and "
                           "each tag of your own, teaches the model.");
    else
        sentences +=
            LearnedBox::tr("It learned from %1 in %2 of this case.", "passages, documents").arg(passages, documents);
    if (state.isTakenOver)
        sentences += LearnedBox::tr("It began with what another case had learned.");
    sentences += LearnedBox::tr("Version: %1.").arg(state.model);
    return sentences.join(u'\n');
}

} // namespace

LearnedBox::LearnedBox(CaseSession &session, Prompts &prompts, QWidget *parent)
    : QGroupBox(tr("What the annotation model has learned"), parent)
    , m_session(session)
    , m_prompts(prompts)
{
    setObjectName(QStringLiteral("learnedBox"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    m_state = new QLabel(tr("Counting what was learned."), this);
    m_state->setObjectName(QStringLiteral("learnedState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setWordWrap(true);
    column->addWidget(m_state);
    column->addWidget(makeButtons());
    m_question = makeQuestion();
    column->addWidget(m_question);
    auto *secrecy =
        new QLabel(tr("A file of what was learned holds no text, but traces of the documents' words: keep it "
                      "as you keep the case."),
                   this);
    secrecy->setWordWrap(true);
    secrecy->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(secrecy);
    connect(&session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (changes.journal && isVisible())
            reload();
    });
}

QWidget *LearnedBox::makeButtons()
{
    auto *row = new QWidget(this);
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char *name, const QString &text) {
        auto *button = new QPushButton(text, row);
        button->setObjectName(QString::fromLatin1(name));
        buttons->addWidget(button);
        return button;
    };
    m_takeOut = add("learnedTakeOut", tr("Take it &out to a file …"));
    m_takeOver = add("learnedTakeOver", tr("Take &over from another case …"));
    m_reset = add("learnedReset", tr("&Forget it …"));
    buttons->addStretch(1);
    m_takeOver->setEnabled(!m_session.isReadOnly());
    m_reset->setEnabled(!m_session.isReadOnly());
    connect(m_takeOut, &QPushButton::clicked, this, [this] {
        m_prompts.askLearnedFile(window(), QStringLiteral("%1.learned").arg(m_session.name()),
                                 [this](const QString &path) { takeOut(path); });
    });
    connect(m_takeOver, &QPushButton::clicked, this,
            [this] { m_prompts.askLearnedToTakeOver(window(), [this](const QString &path) { takeOver(path); }); });
    connect(m_reset, &QPushButton::clicked, this, [this] { ask(true); });
    return row;
}

QWidget *LearnedBox::makeQuestion()
{
    auto *question = new QWidget(this);
    question->setObjectName(QStringLiteral("learnedQuestion"));
    auto *column = new QVBoxLayout(question);
    column->setContentsMargins(0, 0, 0, 0);
    auto *words =
        new QLabel(tr("The model goes back to how it came with the program. What you decided stays as it is, but "
                      "what has been decided so far teaches the model no more, and undo does not bring that "
                      "back."),
                   question);
    words->setWordWrap(true);
    column->addWidget(words);
    m_sure = new QCheckBox(tr("I know that it cannot be brought back"), question);
    m_sure->setObjectName(QStringLiteral("learnedSure"));
    column->addWidget(m_sure);
    auto *row = new QHBoxLayout;
    m_forget = new QPushButton(tr("Forget what was learned"), question);
    m_forget->setObjectName(QStringLiteral("learnedForget"));
    m_forget->setEnabled(false);
    row->addWidget(m_forget);
    auto *keep = new QPushButton(tr("Keep it"), question);
    keep->setObjectName(QStringLiteral("learnedKeep"));
    row->addWidget(keep);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_sure, &QCheckBox::toggled, m_forget, &QPushButton::setEnabled);
    connect(m_forget, &QPushButton::clicked, this, &LearnedBox::forget);
    connect(keep, &QPushButton::clicked, this, [this] { ask(false); });
    question->hide();
    return question;
}

void LearnedBox::showEvent(QShowEvent *event)
{
    QGroupBox::showEvent(event);
    ask(false);
    reload();
}

void LearnedBox::ask(bool open)
{
    const bool hadFocus = m_question->isAncestorOf(focusWidget());
    m_sure->setChecked(false);
    if (open) {
        m_question->show();
        m_sure->setFocus(Qt::OtherFocusReason);
    } else {
        if (hadFocus)
            m_reset->setFocus(Qt::OtherFocusReason);
        m_question->hide();
    }
}

void LearnedBox::reload()
{
    m_stating.ask<LearningState>(
        m_session, [](const CaseFile &file) { return learningState(file); },
        [this](const model::Result<LearningState> &answer) {
            m_state->setText(answer ? stateText(*answer) : answer.error().sentence);
        });
}

void LearnedBox::takeOut(const QString &path)
{
    // It may have to be learned first.
    m_takeOut->setEnabled(false);
    m_writing.ask<bool>(
        m_session,
        [path](const CaseFile &file) -> model::Result<bool> {
            const auto written = model::session::writeLearned(file, path);
            return written ? model::Result<bool>(true) : written.error();
        },
        [this, path](const model::Result<bool> &answer) {
            m_takeOut->setEnabled(true);
            if (answer)
                Q_EMIT news(tr("What the model learned was written to %1.").arg(QDir::toNativeSeparators(path)));
            else
                Q_EMIT problem(answer.error());
        });
}

void LearnedBox::takeOver(const QString &path)
{
    m_takeOver->setEnabled(false);
    model::session::takeOverLearned(m_session, path, this, [this](const model::Result<void> &done) {
        m_takeOver->setEnabled(true);
        tell(done, tr("The model goes on from what the other case had learned. The suggestions are being renewed."));
    });
}

void LearnedBox::forget()
{
    ask(false);
    model::session::forgetLearned(m_session, this, [this](const model::Result<void> &done) {
        tell(done, tr("What was learned is forgotten. The suggestions are being renewed."));
    });
}

void LearnedBox::tell(const model::Result<void> &done, const QString &sentence)
{
    if (done)
        Q_EMIT news(sentence);
    else
        Q_EMIT problem(done.error());
    reload();
}

} // namespace ui::settings
