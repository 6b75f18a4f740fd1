// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case_frame.h"
#include "ui/common/problem_bar.h"
#include "ui/common/status_line.h"
#include "ui/matrix/matrix_place.h"
#include "ui/page/page_view.h"
#include "ui/review/read_place.h"
#include "ui/search/find_box.h"
#include "ui/search/hit_panel.h"
#include "ui/search/saved_search_model.h"
#include "ui/settings/register_page.h"
#include "ui/timeline/timeline_place.h"

#include "ui/common/key_words.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

/// The search box above all places, and where what it finds leads.
namespace ui {

using model::session::CaseSession;

/// Goes where a line of the list below the search box leads.
struct CaseFrame::Going {
    CaseFrame &frame;

    void operator()(std::monostate) const {}
    void operator()(const model::session::QueryCompletion &) const {}
    void operator()(const search::AllHits &hits) const
    {
        frame.m_search->setText(hits.query);
        frame.search();
    }
    void operator()(const search::OneHit &one) const
    {
        frame.goTo(Place::Read);
        frame.m_search->setText(one.query);
        frame.m_read->search(one.query, one.hit);
        frame.m_read->openHit(one.hit, review::ReadPlace::Keyboard::Page);
    }
    void operator()(const model::FoundSubject &subject) const { (*this)(subject.id); }
    void operator()(const model::SubjectId &subject) const
    {
        frame.goTo(Place::Register);
        frame.m_register->choose(subject);
    }
    void operator()(const model::FindingKey &finding) const
    {
        frame.goTo(Place::Matrix);
        frame.m_matrix->chooseFinding(finding);
    }
    void operator()(const model::Passage &passage) const
    {
        frame.goTo(Place::Read);
        frame.m_read->openPassage(passage);
    }
    void operator()(const model::FoundNote &note) const
    {
        if (note.passage)
            (*this)(*note.passage);
        else
            std::visit(*this, note.note.target);
    }
    void operator()(const model::WholeCase &) const { frame.goTo(Place::Case); }
    void operator()(const model::DocumentPage &place) const
    {
        frame.goTo(Place::Read);
        frame.m_read->openPage(place);
    }
    // What these stand on has a passage, unless it is gone.
    void operator()(const model::TagId &) const {}
    void operator()(const model::LinkId &) const {}
    void operator()(const model::Sha256 &document) const
    {
        frame.goTo(Place::Read);
        frame.m_read->openDocument(document);
    }
    void operator()(const search::Command &command) const
    {
        // What belongs to a place is done there.
        if (frame.m_matrix->findingActions().contains(command) || frame.m_matrix->viewActions().contains(command) ||
            frame.m_matrix->foldActions().contains(command))
            frame.goTo(Place::Matrix);
        else if (frame.m_timeline->actions().contains(command))
            frame.goTo(Place::Timeline);
        else if (frame.m_read->viewActions().contains(command) || frame.m_read->tagActions().contains(command) ||
                 frame.m_read->suggestionActions().contains(command))
            frame.goTo(Place::Read);
        else
            frame.focusPlace();
        if (command)
            command->trigger();
    }
};

void CaseFrame::makeSearch(QWidget *top, QBoxLayout *row)
{
    m_search = new search::FindBox(*m_session, *this, top);
    m_search->setObjectName(QStringLiteral("searchBox"));
    m_search->setAccessibleName(tr("Search everything in the case"));
    new KeyedText(m_search, [this](const KeyWords &keys) {
        m_search->setPlaceholderText(keys.in(tr("Search everything ({search})")));
    });
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(120);
    m_search->setMaximumWidth(420);
    row->addWidget(m_search, 2);
    auto *find = new QToolButton(top);
    find->setObjectName(QStringLiteral("searchButton"));
    find->setText(tr("Search"));
    find->setAccessibleName(tr("Search all pages for what is typed"));
    find->setFocusPolicy(Qt::TabFocus);
    connect(find, &QToolButton::clicked, this, &CaseFrame::searchTyped);
    row->addWidget(find);
    m_searchFault = new QLabel(top);
    m_searchFault->setObjectName(QStringLiteral("searchFault"));
    m_searchFault->setTextFormat(Qt::PlainText);
    m_searchFault->setFrameShape(QFrame::StyledPanel);
    m_searchFault->setMargin(8);
    m_searchFault->setWordWrap(true);
    m_searchFault->hide();
}

void CaseFrame::connectSearch()
{
    connect(m_search, &QLineEdit::returnPressed, this, &CaseFrame::searchTyped);
    connect(m_search, &QLineEdit::textEdited, m_searchFault, &QWidget::hide);
    connect(m_search, &search::FindBox::left, this, &CaseFrame::focusPlace);
    connect(m_search, &search::FindBox::chosen, this, [this](const search::FindChoice &choice) {
        const Step step(*this);
        std::visit(Going{*this}, choice);
    });
    search::SavedSearchModel &saved = m_read->hits().saved();
    m_search->setSaved(saved);
    connect(&m_read->hits(), &search::HitPanel::savedChosen, this,
            [this](const QString &query) { Going{*this}(search::AllHits{query}); });
    connect(&saved, &search::SavedSearchModel::removed, this, [this, &saved](const QString &sentence) {
        m_status->say(sentence, tr("Undo"), &saved, [&saved] { saved.bringBack(); });
    });
    connect(&saved, &search::SavedSearchModel::problem, m_bar, &ProblemBar::showProblem);
    connect(&m_read->hits(), &search::HitPanel::queryFaulty, this, [this](qsizetype position, const QString &sentence) {
        m_searchFault->setText(sentence);
        m_searchFault->show();
        m_search->setFocus();
        m_search->setCursorPosition(static_cast<int>(position));
    });
    connect(m_read, &review::ReadPlace::hitsAnswered, this, [this] {
        if (m_search->hasFocus())
            m_read->hits().focusList();
    });
}

void CaseFrame::setCommands(std::function<QList<QAction *>()> commands)
{
    m_search->setCommands(std::move(commands));
}

void CaseFrame::focusSearch()
{
    m_search->begin();
}

void CaseFrame::searchTyped()
{
    // What stands there since it was searched for is meant as it stands.
    if (m_search->isModified())
        m_search->setText(model::session::queryEntered(m_search->text()));
    search();
}

void CaseFrame::search()
{
    const Step step(*this);
    m_searchFault->hide();
    if (place() != Place::Read)
        goTo(Place::Read);
    // The hits take the keyboard from it when they are here.
    m_search->setFocus();
    m_read->search(m_search->text());
}

} // namespace ui
