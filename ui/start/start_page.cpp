// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/start_page.h"

#include "ui/common/prompts.h"
#include "ui/common/words.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui::start {
namespace {

constexpr int widest = 1040; // wider fields and lines are hard to follow

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setBold(true);
    label->setFont(font);
    return label;
}

QString caseName(const QString &folder)
{
    const QString name = QFileInfo(folder).fileName();
    const QString suffix = QStringLiteral(".carveout");
    return name.endsWith(suffix) ? name.chopped(suffix.size()) : name;
}

} // namespace

StartPage::StartPage(Preferences &preferences, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
    , m_prompts(prompts)
    , m_parentFolder(QDir::homePath())
{
    setObjectName(QStringLiteral("startPage"));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    auto *content = new QWidget(scroll);
    auto *middle = new QWidget(content);
    middle->setMaximumWidth(widest);
    auto *around = new QHBoxLayout(content);
    around->setContentsMargins(0, 0, 0, 0);
    around->addStretch(1);
    around->addWidget(middle, widest);
    around->addStretch(1);
    auto *outer = new QVBoxLayout(middle);
    outer->setContentsMargins(32, 24, 32, 16);
    outer->setSpacing(8);
    auto *title = new QLabel(QStringLiteral("Carveout"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    large.setBold(true);
    title->setFont(large);
    outer->addWidget(title);
    auto *line =
        new QLabel(tr("Which partner was given which permission over people's data, and where does it say so?"), this);
    line->setWordWrap(true);
    outer->addWidget(line);
    outer->addSpacing(16);
    auto *row = new QHBoxLayout;
    row->setSpacing(40);
    row->addWidget(makeNewCase(), 1);
    row->addWidget(makeRecent(), 1);
    outer->addLayout(row, 1);
    auto *secrecy =
        new QLabel(tr("A case is a folder on this computer. It is not encrypted: keep it on an encrypted disk. "
                      "Carveout never goes online."),
                   this);
    secrecy->setWordWrap(true);
    secrecy->setForegroundRole(QPalette::PlaceholderText);
    outer->addWidget(secrecy);
    scroll->setWidget(content);
    refresh();
    updatePlace();
}

QWidget *StartPage::makeNewCase()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(heading(tr("New case"), part));
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setSpacing(6);
    m_name = new QLineEdit(part);
    m_name->setObjectName(QStringLiteral("newCaseName"));
    m_name->setAccessibleName(tr("Name of the new case"));
    form->addRow(tr("&Name"), m_name);
    m_holders = new QLineEdit(part);
    m_holders->setObjectName(QStringLiteral("newCaseHolders"));
    m_holders->setAccessibleName(tr("Who holds the data; several with semicolons between them"));
    m_holders->setPlaceholderText(tr("The company that shares the data; several with ; between them"));
    form->addRow(tr("&Who holds the data?"), m_holders);
    auto *placeRow = new QHBoxLayout;
    m_place = new QLabel(part);
    m_place->setObjectName(QStringLiteral("newCasePlace"));
    m_place->setWordWrap(true);
    m_place->setTextFormat(Qt::PlainText);
    placeRow->addWidget(m_place, 1);
    auto *browse = new QPushButton(tr("Another &folder"), part);
    browse->setObjectName(QStringLiteral("newCaseBrowse"));
    browse->setAccessibleName(tr("Keep the case in another folder"));
    placeRow->addWidget(browse);
    form->addRow(tr("Where it is kept"), placeRow);
    column->addLayout(form);
    m_create = new QPushButton(tr("&Create the case"), part);
    m_create->setObjectName(QStringLiteral("createCase"));
    m_create->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    column->addWidget(m_create);
    column->addStretch(1);
    connect(m_name, &QLineEdit::textChanged, this, &StartPage::updatePlace);
    connect(m_name, &QLineEdit::returnPressed, this, &StartPage::create);
    connect(m_holders, &QLineEdit::returnPressed, this, &StartPage::create);
    connect(m_create, &QPushButton::clicked, this, &StartPage::create);
    connect(browse, &QPushButton::clicked, this, [this] {
        m_prompts.askFolderForCase(this, m_parentFolder, [this](const QString &folder) {
            m_parentFolder = folder;
            updatePlace();
        });
    });
    return part;
}

QWidget *StartPage::makeRecent()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(heading(tr("Open a case"), part));
    m_recentHint = new QLabel(part);
    m_recentHint->setWordWrap(true);
    m_recentHint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_recentHint);
    m_recent = new QListWidget(part);
    m_recent->setObjectName(QStringLiteral("recentCases"));
    m_recent->setAccessibleName(tr("Recent cases"));
    m_recent->setTextElideMode(Qt::ElideMiddle);
    m_recent->setMaximumHeight(260);
    column->addWidget(m_recent);
    auto *row = new QHBoxLayout;
    auto *open = new QPushButton(tr("&Open another case"), part);
    open->setObjectName(QStringLiteral("openCase"));
    row->addWidget(open);
    m_forget = new QPushButton(tr("Fo&rget these"), part);
    m_forget->setObjectName(QStringLiteral("forgetRecent"));
    m_forget->setAccessibleName(tr("Forget the recent cases"));
    row->addWidget(m_forget);
    row->addStretch(1);
    column->addLayout(row);
    auto *keep = new QCheckBox(tr("Re&member recent cases"), part);
    keep->setObjectName(QStringLiteral("rememberRecent"));
    keep->setChecked(m_preferences.keepsRecentCases());
    column->addWidget(keep);
    column->addSpacing(24);
    column->addWidget(makeTour());
    column->addStretch(1);
    connect(open, &QPushButton::clicked, this,
            [this] { m_prompts.askCaseToOpen(this, [this](const QString &folder) { Q_EMIT caseWanted(folder); }); });
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT caseWanted(item->data(Qt::UserRole).toString()); });
    connect(m_recent, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { Q_EMIT caseWanted(item->data(Qt::UserRole).toString()); });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        m_preferences.forgetRecentCases();
        refresh();
    });
    connect(keep, &QCheckBox::toggled, this, [this](bool keeps) {
        m_preferences.setKeepsRecentCases(keeps);
        refresh();
    });
    return part;
}

QWidget *StartPage::makeTour()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(heading(tr("Here for the first time?"), part));
    auto *text =
        new QLabel(tr("Two minutes through a case of invented documents. It is kept as “Carveout sample” in the "
                      "folder for new cases."),
                   part);
    text->setWordWrap(true);
    column->addWidget(text);
    auto *tour = new QPushButton(tr("Take the to&ur"), part);
    tour->setObjectName(QStringLiteral("takeTour"));
    tour->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    column->addWidget(tour);
    connect(tour, &QPushButton::clicked, this,
            [this] { Q_EMIT tourWanted(QDir(m_parentFolder).filePath(QStringLiteral("Carveout sample.carveout"))); });
    return part;
}

void StartPage::refresh()
{
    m_recent->clear();
    for (const QString &folder : m_preferences.recentCases()) {
        auto *item =
            new QListWidgetItem(tr("%1\n%2").arg(caseName(folder), QDir::toNativeSeparators(folder)), m_recent);
        item->setData(Qt::UserRole, folder);
    }
    const bool any = m_recent->count() > 0;
    m_recent->setVisible(any);
    m_forget->setVisible(any);
    m_recentHint->setVisible(!any);
    m_recentHint->setText(
        m_preferences.keepsRecentCases()
            ? tr("Cases you open will be listed here. You can also drop a case's folder onto the window.")
            : tr("Recent cases are not remembered. You can drop a case's folder onto the window."));
}

void StartPage::emptyForm()
{
    m_name->clear();
    m_holders->clear();
}

void StartPage::focusNewCase()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

QString StartPage::caseFolder() const
{
    static const QRegularExpression unfit(QStringLiteral("[/\\x00-\\x1f]"));
    QString name = m_name->text().simplified();
    name.replace(unfit, QStringLiteral("-"));
    return name.isEmpty() ? QString() : QDir(m_parentFolder).filePath(name + QStringLiteral(".carveout"));
}

void StartPage::updatePlace()
{
    const QString folder = caseFolder();
    m_place->setText(QDir::toNativeSeparators(folder.isEmpty() ? m_parentFolder : folder));
    m_create->setEnabled(!folder.isEmpty());
}

void StartPage::create()
{
    const QString folder = caseFolder();
    if (folder.isEmpty())
        return;
    Q_EMIT newCaseWanted(folder, namesIn(m_holders->text(), QLatin1Char(';')));
}

} // namespace ui::start
