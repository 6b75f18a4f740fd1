// scratch: quick lab
#include "model/annotate/examples.h"
#include <QTextStream>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonArray>
#include <set>
using namespace model; using namespace model::annotate;
struct Score { int gold=0,pred=0,exact=0,over=0; };
static void addScore(Score &s, const std::vector<TextRange> &g, const std::vector<TextRange> &p){
  s.gold+=int(g.size()); s.pred+=int(p.size());
  for(auto&x:p) for(auto&y:g) if(x==y){s.exact++;break;}
  // greedy overlap
  std::vector<bool> used(g.size());
  for(auto&x:p) for(size_t j=0;j<g.size();++j) if(!used[j]&&x.overlaps(g[j])){used[j]=true;s.over++;break;}
}
static double f1(int tp,int p,int g){return p+g?200.0*tp/(p+g):0;}
static ChoiceModel g_matter;
static QTextStream out(stdout);
static void print(const char*n,const Score&s){out<<QString::asprintf("%-12s gold %4d pred %4d exact P %.1f R %.1f F %.1f overlap F %.1f\n",n,s.gold,s.pred,100.0*s.exact/std::max(1,s.pred),100.0*s.exact/std::max(1,s.gold),f1(s.exact,s.pred,s.gold),f1(s.over,s.pred,s.gold));}
static void eval(const char*name,const SequenceModel&m,const std::vector<const GoldDocument*>&docs,const CommonWords&cw,bool verbose){
  Score P,D,M; 
  for(auto*d:docs){ Analysis a(d->text,d->holders,cw,{});
    std::vector<TextRange> gp,gd,pp,pd;
    for(auto&s:d->spans){ if(s.kind==TagKind::Partner)gp.push_back(s.range); if(s.kind==TagKind::Permission)gd.push_back(s.range);}    
    for(size_t ui=0;ui<a.units.size();++ui){auto&u=a.units[ui]; if(!isWorthReading(a,u))continue; auto l=label(m,spanFeatures(a,u,matterOf(g_matter,a,ui)),Want::BestOnly); for(auto&r:runsOf(l.best,u.first)){ auto t=a.words.range(r.first,r.last); (r.begins==PartnerBegins?pp:pd).push_back(t);} }
    addScore(P,gp,pp);addScore(D,gd,pd);
    if(verbose){ auto show=[&](const char*k,const std::vector<TextRange>&g,const std::vector<TextRange>&p){
      for(auto&x:p){bool ok=false;for(auto&y:g)ok|=x==y; if(!ok)out<<"  + "<<k<<" "<<QStringView(d->text).sliced(x.start,x.length()).toString().simplified()<<"\n";}
      for(auto&x:g){bool ok=false;for(auto&y:p)ok|=x==y; if(!ok)out<<"  - "<<k<<" "<<QStringView(d->text).sliced(x.start,x.length()).toString().simplified()<<"\n";}};
      out<<d->id<<"\n"; show("P",gp,pp);show("D",gd,pd);}
  }
  out<<name<<"\n"; print("PARTNER",P);print("PERMISSION",D); M={P.gold+D.gold,P.pred+D.pred,P.exact+D.exact,P.over+D.over};print("micro",M);out.flush();
}
int main(int argc,char**argv){
  QString what=QString::fromLocal8Bit(argv[1]); bool verbose=argc>3;
  std::vector<GoldDocument> all; 
  auto c=readCorpus(what); if(!c){out<<c.error().sentence<<"\n";return 1;} all=*c;
  std::vector<const GoldDocument*> train,dev; for(auto&d:all)(d.heldBack?dev:train).push_back(&d);
  auto cw=commonWordsOf(train);
  std::vector<Example> ex; QElapsedTimer t;t.start();
  const int folds=5; std::vector<std::unique_ptr<Analysis>> as; std::vector<std::vector<ChoiceExample>> me;
  for(auto*d:train){as.push_back(std::make_unique<Analysis>(d->text,d->holders,cw,KnownNames{})); me.push_back(matterExamples(*as.back(),d->spans));}
  for(int f=0;f<=folds;++f){ std::vector<ChoiceExample> ce; for(size_t i=0;i<train.size();++i) if(int(i*folds/train.size())!=f) for(auto&x:me[i]) ce.push_back(x);
    auto m=trainChoice(ce,2,{}); if(f==folds){g_matter=m;break;}
    for(size_t i=0;i<train.size();++i) if(int(i*folds/train.size())==f){ std::vector<int> mm; for(size_t u=0;u<as[i]->units.size();++u) mm.push_back(matterOf(m,*as[i],u)); auto e=spanExamples(*as[i],goldSpanLabels(*as[i],train[i]->spans),mm);for(auto&x:e)ex.push_back(std::move(x));}}
  long words=0;for(auto&e:ex)words+=e.features.words();
  out<<train.size()<<" docs "<<ex.size()<<" examples "<<words<<" words analysed in "<<t.restart()<<" ms\n";out.flush();
  TrainingOptions o; if(argc>2&&*argv[2]) {auto p=QString::fromLocal8Bit(argv[2]).split(u','); o.epochs=p[0].toInt(); if(p.size()>1)o.rate=p[1].toFloat(); if(p.size()>2)o.decay=p[2].toFloat(); if(p.size()>3)o.fewest=p[3].toInt();}
  auto crf=trainCrf(ex,spanLabelCount,o); out<<"crf "<<t.restart()<<" ms, features "<<crf.weights.count()<<"\n";
  if(argc>2){auto p=QString::fromLocal8Bit(argv[2]).split(u','); if(p.size()>4){float b=p[4].toFloat(); for(auto&r:crf.transition) r[0]-=b;}}
  auto per=trainPerceptron(ex,spanLabelCount,o); out<<"perceptron "<<t.restart()<<" ms\n";
  eval("CRF dev",crf,dev,cw,verbose);eval("perceptron dev",per,dev,cw,false);
  QFile f(QStringLiteral("/work/shared/annotation/cases.dev.jsonl")); 
  auto cases=readCorpus(f.fileName()); 
  if(what.endsWith(QLatin1String("corpus"))){ for(auto&d:*cases) d.holders={QStringLiteral("Facebook")}; std::vector<const GoldDocument*> p; for(auto&d:*cases)p.push_back(&d); eval("CRF cases",crf,p,cw,verbose);eval("perc cases",per,p,cw,false);}
}
