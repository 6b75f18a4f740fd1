// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/tour_panel.h"

#include "ui/common/key_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace ui::start {
namespace {

struct Step {
    const char *action; ///< done when the step is reached; none where empty
    const char *title;
    const char *text;
};

constexpr std::array<Step, 8> allSteps = {
    Step{"viewRead", QT_TRANSLATE_NOOP("ui::start::TourPanel", "The documents"),
         QT_TRANSLATE_NOOP("ui::start::TourPanel",
                           "This case holds 17 invented documents about an invented social network. They are listed on "
                           "the left: choose one with the arrow keys and open it with Enter.")},
    Step{"nextTag", QT_TRANSLATE_NOOP("ui::start::TourPanel", "Tags"),
         QT_TRANSLATE_NOOP("ui::start::TourPanel",
                           "A box is a partner, a line under the words a permission, a bar in the margin evidence. "
                           "{nextTag} goes to the next tag. Select words with the mouse, or with Shift and the arrow "
                           "keys after {caret}, and press {tagPartner}, {tagPermission} or {tagEvidence} to tag them "
                           "yourself.")},
    Step{"goToSuggestions", QT_TRANSLATE_NOOP("ui::start::TourPanel", "Suggestions"),
         QT_TRANSLATE_NOOP(
             "ui::start::TourPanel",
             "What is dashed is only suggested, and nobody has decided it yet. {goToSuggestions} goes to the "
             "list, {acceptSuggestion} accepts, {rejectSuggestion} rejects. Carveout learns from both, on this "
             "computer only.")},
    Step{"viewMatrix", QT_TRANSLATE_NOOP("ui::start::TourPanel", "The matrix"),
         QT_TRANSLATE_NOOP(
             "ui::start::TourPanel",
             "Partners in rows, permissions in columns. Go to a cell with the arrow keys: what it rests on "
             "stands beside it, and Enter opens the very words on the page.")},
    Step{"viewTimeline", QT_TRANSLATE_NOOP("ui::start::TourPanel", "The timeline"),
         QT_TRANSLATE_NOOP("ui::start::TourPanel",
                           "When each partner had which permission, with the dates of the evidence and a mark where "
                           "documents contradict each other.")},
    Step{"search", QT_TRANSLATE_NOOP("ui::start::TourPanel", "Search"),
         QT_TRANSLATE_NOOP("ui::start::TourPanel",
                           "Type a name or a few words in the box at the top: pages, partners, findings, notes and "
                           "commands are listed as you type.")},
    Step{"exportCsv", QT_TRANSLATE_NOOP("ui::start::TourPanel", "Taking it out"),
         QT_TRANSLATE_NOOP("ui::start::TourPanel",
                           "The matrix, or every piece of evidence with its quote and page, goes into a CSV file.")},
    Step{"viewRead", QT_TRANSLATE_NOOP("ui::start::TourPanel", "Your own case"),
         QT_TRANSLATE_NOOP(
             "ui::start::TourPanel",
             "That was all. {newCase} begins a case of your own, {importFiles} brings documents in, "
             "{helpKeyboard} lists every key. You can go on trying things here: this case is only a sample.")},
};

} // namespace

TourPanel::TourPanel(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("tourPanel"));
    setFrameShape(QFrame::StyledPanel);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    auto *column = new QVBoxLayout;
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("tourTitle"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    column->addWidget(m_title);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("tourText"));
    m_text->setWordWrap(true);
    column->addWidget(m_text);
    row->addLayout(column, 1);
    const auto addButton = [&](const QString &text, const char *name) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(QString::fromLatin1(name));
        row->addWidget(button, 0, Qt::AlignVCenter);
        return button;
    };
    m_back = addButton(tr("&Back a step"), "tourBack");
    m_next = addButton({}, "tourNext");
    auto *end = addButton(tr("End the tour"), "tourEnd");
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_step + 1 < steps())
            go(m_step + 1);
        else
            Q_EMIT ended();
    });
    connect(end, &QPushButton::clicked, this, &TourPanel::ended);
}

void TourPanel::start()
{
    show();
    go(0);
    m_next->setFocus(Qt::OtherFocusReason);
}

int TourPanel::steps() const
{
    return static_cast<int>(allSteps.size());
}

void TourPanel::go(int step)
{
    m_step = step;
    const Step &now = allSteps[static_cast<size_t>(step)];
    m_title->setText(tr("%1 of %2: %3", "step, steps, title").arg(step + 1).arg(steps()).arg(tr(now.title)));
    m_text->setText(withKeys(*this, tr(now.text)));
    setAccessibleName(m_title->text());
    m_back->setEnabled(step > 0);
    m_next->setText(step + 1 < steps() ? tr("Ne&xt step") : tr("Finish"));
    // It takes the keyboard where the step is to be tried; Alt+X goes on from there.
    Q_EMIT actionWanted(QString::fromLatin1(now.action));
}

} // namespace ui::start
